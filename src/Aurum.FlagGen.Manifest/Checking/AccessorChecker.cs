using System.Globalization;
using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Model.Members;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What the flags are called in C#: one member each, and no name that C# would refuse. Of two that clash, the first in the text keeps its name.</summary>
/// <remarks>It looks at all flags together, and so changes nothing in them but the path, which each has by itself: the others' answers stay true when one flag is edited.</remarks>
internal sealed class AccessorChecker(CheckContext check, string className)
{
    private readonly AccessorGroup _root = new("", null);
    private readonly GeneratedTypes _types = new(className);
    private readonly string _prefix = GeneratedNames.Prefix(className);
    private readonly Dictionary<string, string> _groupNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<FlagDraft> _refused = [];

    /// <returns>The flags whose names cannot be had.</returns>
    public HashSet<FlagDraft> Check(IReadOnlyList<FlagDraft> flags, IReadOnlyList<ManifestAttribute> attributes)
    {
        foreach (ManifestAttribute attribute in attributes)
        {
            if (attribute.Values.Count > 0)
            {
                _types.TryClaim(_prefix + GeneratedNames.AttributeValues(GeneratedNames.AttributeProperty(attribute.Path)!), $"the values of attribute {Phrases.Quote(attribute.Path)}");
            }
        }

        foreach (FlagDraft flag in flags)
        {
            check.Token.ThrowIfCancellationRequested();
            CheckSymbol(flag);

            // A key that is too long was told of, and it may have any number of parts, each of which would be a group.
            if (flag.Key.Length <= ManifestLimits.KeyLength && ReadPath(flag) && Place(flag))
            {
                CheckTypes(flag);
                CheckConstants(flag, flag.Type == FlagType.Variant ? flag.Variants : [], "variants");
                CheckConstants(flag, flag.TrackEvents, "events");
            }
        }

        CheckHandles(_root);
        return _refused;
    }

    /// <summary>A name near to one that cannot be had.</summary>
    private static string FreeName(AccessorGroup group, string name)
    {
        for (int number = 2; ; number++)
        {
            string candidate = name + number.ToString(CultureInfo.InvariantCulture);
            if (!group.HasChild(candidate))
            {
                return candidate;
            }
        }
    }

    private static string AddAccessor(string name) => $"add \"accessor\": \"{name}\"";

    /// <summary>A symbol cannot say the values of two flags.</summary>
    private void CheckSymbol(FlagDraft flag)
    {
        if (flag.Symbol is not { } symbol)
        {
            return;
        }

        if (!_symbols.TryGetValue(symbol, out string? other))
        {
            _symbols.Add(symbol, flag.Key);
            return;
        }

        check.Report(
            ManifestRules.Accessor, flag.KeyRange,
            $"its symbol '{symbol}' is already that of flag {Phrases.Quote(other)}", "rename one of the two, or give one of them another 'emit'");
        _refused.Add(flag);
    }

    private bool ReadPath(FlagDraft flag)
    {
        if (flag.AccessorPath.Count > 0)
        {
            return true;
        }

        string[] parts = flag.Key.Split('.');
        string[] path = new string[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            path[i] = FromKeyPart(parts[i], isGroup: i < parts.Length - 1);
        }

        JsonNode? accessor = flag.Node.Kind == JsonKind.Object ? flag.Members[FlagMembers.Accessor] : null;
        if (accessor is not null)
        {
            path[path.Length - 1] = accessor.Text;
        }

        for (int i = 0; i < path.Length; i++)
        {
            if (!AccessorName.IsIdentifier(path[i]))
            {
                bool isMember = i == path.Length - 1;
                string what = isMember && accessor is not null ? "its accessor " + Phrases.Quote(accessor.Text) : $"the part {Phrases.Quote(parts[i])} of its key";
                string why = AccessorName.IsKeyword(path[i]) ? "is a word of the language" : "is no identifier";
                string proposal = AccessorName.Propose(isMember && accessor is not null ? accessor.Text : parts[i]);
                return Refuse(flag, $"{what} {why}", isMember ? AddAccessor(proposal) : $"rename that part, for example to {Phrases.Quote(proposal)}");
            }
        }

        flag.AccessorPath = path;
        return true;
    }

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
    private bool Place(FlagDraft flag)
    {
        AccessorGroup group = _root;
        for (int i = 0; i < flag.AccessorPath.Count; i++)
        {
            string name = flag.AccessorPath[i];
            bool isMember = i == flag.AccessorPath.Count - 1;
            if (FindReason(group, name) is { } reason)
            {
                return Refuse(flag, $"'{name}' {reason}", isMember ? AddAccessor(name + "Flag") : "rename that part of the key");
            }

            AccessorGroup child = group.Child(name);
            if (!isMember && !_types.TryClaimGroup(child, out string? owner))
            {
                return Refuse(flag, $"the type of its group '{child.Dotted}' would have the same name as {owner}", "rename that part of the key");
            }

            if (isMember && child.Flag is { } other)
            {
                return Refuse(flag, $"'{child.Dotted}' is already the accessor of flag {Phrases.Quote(other.Key)}", AddAccessor(FreeName(group, name)));
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

    private void CheckTypes(FlagDraft flag)
    {
        if (flag.Type != FlagType.Variant && !flag.NeedsHandle && flag.PayloadSchema is null)
        {
            return;
        }

        string owner = "one of flag " + Phrases.Quote(flag.Key);
        foreach (string name in TypesOf(flag))
        {
            string type = _prefix + name;
            if (!_types.TryClaim(type, owner, out string? other))
            {
                string member = flag.AccessorPath[flag.AccessorPath.Count - 1];
                Refuse(flag, $"its type '{type}' would have the same name as {other}", AddAccessor(member + "Flag"));
                return;
            }
        }
    }

    private static IEnumerable<string> TypesOf(FlagDraft flag)
    {
        if (flag.Type == FlagType.Variant)
        {
            yield return GeneratedNames.Variants(flag.AccessorPath);
        }

        if (flag.TrackEvents.Count > 0)
        {
            yield return GeneratedNames.Events(flag.AccessorPath);
        }

        if (flag.PayloadSchema is { } schema)
        {
            foreach (string type in PayloadTypes.NamesOf(schema, GeneratedNames.Payload(flag.AccessorPath)))
            {
                yield return type;
            }
        }

        // Last, because nobody writes this name: where another clashes as well, that one says more.
        if (flag.NeedsHandle)
        {
            yield return GeneratedNames.Handle(flag.AccessorPath);
        }
    }

    /// <summary>The names of an enum's members.</summary>
    private void CheckConstants(FlagDraft flag, IReadOnlyList<string> names, string what)
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

                foreach (FlagDraft flag in child.Flags())
                {
                    bool isMember = ReferenceEquals(child.Flag, flag);
                    Refuse(
                        flag, $"'{child.Name}' is a member of every flag, and '{group.Dotted}', in which it stands, is itself the flag {Phrases.Quote(owner.Key)}",
                        isMember ? AddAccessor(child.Name + "Flag") : "rename that part of the key");
                }
            }
        }
    }

    private bool Refuse(FlagDraft flag, string what, string fix)
    {
        TextRange range = flag.Node[FlagMembers.Accessor.Name] is { Kind: JsonKind.String } accessor ? accessor.Range : flag.KeyRange;
        check.Report(ManifestRules.Accessor, range, what, fix);
        _refused.Add(flag);
        return false;
    }
}
