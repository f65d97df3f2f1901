using System.Text;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What the flags are called in C#: one member each, and no name that C# would refuse. Of two that clash, the first in the text keeps its name.</summary>
internal sealed class AccessorChecker(CheckContext check, string className)
{
    private const int LongestType = 900;

    private readonly AccessorGroup _root = new("", null);
    private readonly GeneratedTypes _types = new(className);
    private readonly string _prefix = GeneratedNames.Prefix(className);
    private readonly Dictionary<string, string> _groupNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>Flags whose own name cannot be had, told when all that can be are known: each gets a proposal that nobody else has.</summary>
    private readonly List<RefusedName> _refusedNames = [];
    private readonly FreeNames _proposals = new();

    /// <returns>The flags with their paths; the shape of those whose names cannot be had is not sound.</returns>
    public IReadOnlyList<ManifestFlag> Check(IReadOnlyList<ManifestFlag> declared, IReadOnlyList<ManifestAttribute> attributes)
    {
        foreach (ManifestAttribute attribute in attributes)
        {
            if (attribute.Values.Count > 0)
            {
                _types.TryClaim(_prefix + GeneratedNames.AttributeValues(GeneratedNames.AttributeProperty(attribute.Path)!), $"the values of attribute {Phrases.Quote(attribute.Path)}");
            }
        }

        ManifestFlag[] flags = new ManifestFlag[declared.Count];
        for (int i = 0; i < flags.Length; i++)
        {
            check.Token.ThrowIfCancellationRequested();
            CheckSymbol(declared[i]);
            ManifestFlag flag = flags[i] = declared[i] with { AccessorPath = ReadPath(declared[i]) };
            if (flag.AccessorPath.Count > 0 && Place(flag))
            {
                CheckTypes(flag);
            }

            CheckConstants(flag, flag.Type == FlagType.Variant ? flag.Variants : [], "variants");
            CheckConstants(flag, flag.TrackEvents, "events");
        }

        CheckHandles(_root);
        TellProposals();
        return [.. flags.Select(flag => _refused.Contains(flag.Key) ? flag with { HasSoundShape = false } : flag)];
    }

    /// <summary>A symbol cannot say the values of two flags.</summary>
    private void CheckSymbol(ManifestFlag flag)
    {
        if (!flag.IsCompileTime || CompileTimeFlag.FormOf(flag) != CompileTimeForm.Const)
        {
            return;
        }

        string symbol = CompileTimeFlag.SymbolOf(flag.Key);
        if (!_symbols.TryGetValue(symbol, out string? other))
        {
            _symbols.Add(symbol, flag.Key);
            return;
        }

        check.Report(
            ManifestRules.Accessor, flag.KeyRange,
            $"its symbol '{symbol}' is already that of flag {Phrases.Quote(other)}", "rename one of the two, or give one of them another 'emit'");
        _refused.Add(flag.Key);
    }

    /// <summary>The flag's path, or none where a part of it is no name.</summary>
    private IReadOnlyList<string> ReadPath(ManifestFlag flag)
    {
        // A key that is too long was told of, and it may have any number of parts, each of which would be a group.
        if (flag.Key.Length > ManifestLimits.KeyLength)
        {
            return [];
        }

        string[] parts = flag.Key.Split('.');
        string[] path = new string[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            path[i] = FromKeyPart(parts[i], isGroup: i < parts.Length - 1);
        }

        JsonNode? accessor = CheckedObject.Of(flag.Node)[FlagMembers.Accessor];
        if (accessor is not null)
        {
            path[path.Length - 1] = accessor.Text;
        }

        bool isSound = true;
        for (int i = 0; i < path.Length; i++)
        {
            isSound &= CheckPart(flag, path, i, parts[i], i == path.Length - 1 ? accessor : null);
        }

        return isSound ? path : [];
    }

    private bool CheckPart(ManifestFlag flag, string[] path, int index, string part, JsonNode? accessor)
    {
        if (AccessorName.IsIdentifier(path[index]) && path[index].Length <= ManifestLimits.KeyLength)
        {
            return true;
        }

        if (Array.IndexOf(path, path[index]) < index && part.Length == 0)
        {
            // That a part is empty is told once.
            return false;
        }

        string what = accessor is not null ? "its accessor " + Phrases.Quote(accessor.Text) : $"the part {Phrases.Quote(part)} of its key";
        string why = AccessorName.IsKeyword(path[index]) ? "is a word of the language" : path[index].Length > ManifestLimits.KeyLength ? "is too long" : "is no identifier";
        string proposal = AccessorName.Propose(Shorten(accessor?.Text ?? part));
        return index == path.Length - 1
            ? Refuse(flag, $"{what} {why}", _root.Find(path, index), proposal)
            : Refuse(flag, $"{what} {why}", $"rename that part, for example to {Phrases.Quote(proposal)}");
    }

    private static string Shorten(string name) => name.Length <= ManifestLimits.KeyLength ? name : name.Substring(0, ManifestLimits.KeyLength / 2);

    /// <summary>Groups come again and again, with every flag in them.</summary>
    private string FromKeyPart(string part, bool isGroup)
    {
        if (!isGroup)
        {
            return AccessorName.FromKeyPart(part);
        }

        if (!_groupNames.TryGetValue(part, out string? name))
        {
            name = AccessorName.FromKeyPart(part);
            _groupNames.Add(part, name);
        }

        return name;
    }

    /// <summary>Puts the flag into the tree of names, where its groups and itself must be free to be.</summary>
    private bool Place(ManifestFlag flag)
    {
        AccessorGroup group = _root;
        for (int i = 0; i < flag.AccessorPath.Count; i++)
        {
            string name = flag.AccessorPath[i];
            bool isMember = i == flag.AccessorPath.Count - 1;
            if (FindReason(group, name) is { } reason)
            {
                return isMember ? Refuse(flag, $"'{name}' {reason}", group, name + "Flag") : Refuse(flag, $"'{name}' {reason}", "rename that part of the key");
            }

            AccessorGroup child = group.Child(name);
            if (!isMember && !_types.TryClaimGroup(child, out string? owner))
            {
                return Refuse(flag, $"the type of its group '{child.Dotted}' would have the same name as {owner}", "rename that part of the key");
            }

            if (isMember && child.Flag is { } other)
            {
                return Refuse(flag, $"'{child.Dotted}' is already the accessor of flag {Phrases.Quote(other.Key)}", group, name);
            }

            group = child;
        }

        group.Flag = flag;
        return true;
    }

    /// <summary>Why nothing may be called that in a group, or null.</summary>
    private string? FindReason(AccessorGroup group, string name)
    {
        if (GeneratedNames.ObjectMembers.Contains(name))
        {
            return "is a member that every object has";
        }

        bool isEnclosing = group.IsRoot
            ? name == className || name == GeneratedNames.Interface(className)
            : name == group.Type;
        return isEnclosing ? "is the name of the type that would contain it" : null;
    }

    private void CheckTypes(ManifestFlag flag)
    {
        if (!flag.NeedsHandle && flag.PayloadSchema is null)
        {
            return;
        }

        string owner = "one of flag " + Phrases.Quote(flag.Key);
        CheckProperties(flag);
        foreach (string name in TypesOf(flag, flag.AccessorPath))
        {
            string type = _prefix + name;
            if (!_types.TryClaim(type, owner, out string? other))
            {
                RefuseType(flag, $"its type '{type}' would have the same name as {other}");
                return;
            }

            // One byte less than what a compiled assembly can hold, whatever the compiler adds.
            if (type.Length > LongestType / 4 && Encoding.UTF8.GetByteCount(type) > LongestType)
            {
                RefuseLongType(flag, type);
                return;
            }
        }
    }

    /// <summary>Only a name that is long itself is worth another: types of a payload are also called after each property that they are nested in.</summary>
    private void RefuseLongType(ManifestFlag flag, string type)
    {
        string what = $"its type '{Phrases.Shorten(type)}' would have a name of more than {LongestType} bytes";
        if (flag.PayloadSchema is { } schema && flag.AccessorPath[flag.AccessorPath.Count - 1].Length < ManifestLimits.KeyLength / 2)
        {
            check.Report(ManifestRules.PayloadSchema, schema.Range, $"cannot become records: {what}", "shorten the names of its nested properties, or give them an accessor");
            _refused.Add(flag.Key);
            return;
        }

        RefuseType(flag, what);
    }

    private void RefuseType(ManifestFlag flag, string what)
    {
        string member = flag.AccessorPath[flag.AccessorPath.Count - 1];
        Refuse(flag, what, _root.Find(flag.AccessorPath, flag.AccessorPath.Count - 1), member.Length < ManifestLimits.KeyLength / 2 ? member + "Flag" : Shorten(member));
    }

    /// <summary>A property cannot be called as the record in which it stands.</summary>
    private void CheckProperties(ManifestFlag flag)
    {
        if (flag.PayloadSchema is not { } schema)
        {
            return;
        }

        foreach ((string name, JsonNode record) in PayloadTypes.RecordsOf(schema, _prefix + GeneratedNames.Payload(flag.AccessorPath)))
        {
            foreach (JsonMember property in record["properties"]?.Members ?? [])
            {
                if (PayloadTypes.PropertyOf(property) == name)
                {
                    check.Report(
                        ManifestRules.PayloadSchema, property.NameRange, $"has the property {Phrases.Quote(property.Name)}, which would be called as its record '{name}'",
                        $"add \"accessor\": \"{name}Value\" to its schema");
                    _refused.Add(flag.Key);
                }
            }
        }
    }

    private static IEnumerable<string> TypesOf(ManifestFlag flag, IReadOnlyList<string> path)
    {
        if (flag.Type == FlagType.Variant)
        {
            yield return GeneratedNames.Variants(path);
        }

        if (flag.TrackEvents.Count > 0)
        {
            yield return GeneratedNames.Events(path);
        }

        if (flag.PayloadSchema is { } schema)
        {
            foreach ((string type, _) in PayloadTypes.RecordsOf(schema, GeneratedNames.Payload(path)))
            {
                yield return type;
            }
        }

        // Last, because nobody writes this name: where another clashes as well, that one says more.
        if (flag.NeedsHandle)
        {
            yield return GeneratedNames.Handle(path);
        }
    }

    /// <summary>The names of an enum's members.</summary>
    private void CheckConstants(ManifestFlag flag, IReadOnlyList<string> names, string what)
    {
        if (names.Count == 0)
        {
            return;
        }

        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string constant = AccessorName.FromKeyPart(name);
            if (!AccessorName.IsIdentifier(constant))
            {
                Refuse(flag, $"{Phrases.Quote(name)} of its {what} gives no identifier", $"rename it, for example to {Phrases.Quote(AccessorName.Propose(name))}");
            }
            else if (taken.TryGetValue(constant, out string? other))
            {
                Refuse(flag, $"{Phrases.Quote(other)} and {Phrases.Quote(name)} of its {what} would both be generated as '{constant}'", "rename one of the two");
            }
            else
            {
                taken.Add(constant, name);
            }
        }
    }

    /// <summary>Where a name is a flag and a group, the flag's own methods stand among the group's members.</summary>
    private void CheckHandles(AccessorGroup root)
    {
        Stack<AccessorGroup> open = new([root]);
        while (open.Count > 0)
        {
            AccessorGroup group = open.Pop();
            foreach (AccessorGroup child in group.Children)
            {
                open.Push(child);
                if (group.Flag is not { } owner || !GeneratedNames.HandleMembers.Contains(child.Name))
                {
                    continue;
                }

                foreach (ManifestFlag flag in child.Flags())
                {
                    bool isMember = ReferenceEquals(child.Flag, flag);
                    string what = $"'{child.Name}' is a member of every flag, and '{group.Dotted}', in which it stands, is itself the flag {Phrases.Quote(owner.Key)}";
                    _ = isMember ? Refuse(flag, what, group, child.Name + "Flag") : Refuse(flag, what, "rename that part of the key");
                }
            }
        }
    }

    /// <summary>Refuses a flag whose last name cannot be had; what to write in place of it is found when all names are known.</summary>
    private bool Refuse(ManifestFlag flag, string what, AccessorGroup? group, string wanted)
    {
        _refusedNames.Add(new RefusedName(flag, what, group, wanted));
        _refused.Add(flag.Key);
        return false;
    }

    private void TellProposals()
    {
        foreach (RefusedName name in _refusedNames)
        {
            string scope = name.Group?.Dotted ?? "";
            string proposal = _proposals.Find(scope, name.Wanted, candidate => name.Group is null || IsFree(name.Flag, name.Group, candidate));
            Refuse(name.Flag, name.What, $"add \"accessor\": \"{proposal}\"");
        }
    }

    /// <summary>Whether a flag may be called that in a group: nothing else is, and none of its types would meet another.</summary>
    private bool IsFree(ManifestFlag flag, AccessorGroup group, string name)
    {
        if (group.HasChild(name) || FindReason(group, name) is not null || (group.Flag is not null && GeneratedNames.HandleMembers.Contains(name)))
        {
            return false;
        }

        string[] path = [.. group.Path, name];
        return TypesOf(flag, path).All(type => !_types.IsClaimed(_prefix + type));
    }

    private bool Refuse(ManifestFlag flag, string what, string fix)
    {
        TextRange range = flag.Node[FlagMembers.Accessor.Name] is { Kind: JsonKind.String } accessor ? accessor.Range : flag.KeyRange;
        check.Report(ManifestRules.Accessor, range, what, fix);
        _refused.Add(flag.Key);
        return false;
    }

    private readonly record struct RefusedName(ManifestFlag Flag, string What, AccessorGroup? Group, string Wanted);
}
