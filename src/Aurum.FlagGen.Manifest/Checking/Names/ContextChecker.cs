using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The attributes under <c>context</c>.</summary>
internal sealed class ContextChecker(CheckContext check, ScalarChecker scalars)
{
    private readonly Dictionary<string, string> _pathsByProperty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <returns>The attributes with a sound type and path, in the order of the text.</returns>
    public IReadOnlyList<ManifestAttribute> Check(JsonNode? context, string className)
    {
        List<ManifestAttribute> attributes = [];
        GeneratedTypes types = new(className);
        foreach (JsonMember member in context?.Members ?? [])
        {
            if (!_paths.Add(member.Name))
            {
                continue;
            }

            ManifestAttribute? attribute = Read(member);
            if (HasUsablePath(member, className) && attribute is not null)
            {
                CheckClassOfValues(member, attribute, types, className);
                attributes.Add(attribute);
            }
        }

        return attributes;
    }

    private ManifestAttribute? Read(JsonMember member)
    {
        switch (member.Value.Kind)
        {
            case JsonKind.String:
                AttributeType? bare = scalars.Word("type", member.Value, ManifestWords.AttributeTypes);
                return bare is null ? null : new ManifestAttribute(member.Name, bare.Value, [], isRequired: false, description: null);
            case JsonKind.Object:
                return ReadObject(member);
            default:
                check.Report(ManifestRules.WrongKind, member.Value.Range, Phrases.Shorten(member.Name), Phrases.Describe(member.Value), "a type such as \"string\", or an object");
                return null;
        }
    }

    private ManifestAttribute? ReadObject(JsonMember member)
    {
        CheckedObject members = CheckedObject.Read(check, member.Value, AttributeMembers.Table);
        if (!members.Has(AttributeMembers.Type))
        {
            check.Report(ManifestRules.MissingMember, members.Opening, AttributeMembers.Type.Name, "write one of " + string.Join(", ", ManifestWords.AttributeTypes.Words));
        }

        IReadOnlyList<string> values = [.. scalars.Names(AttributeMembers.Values.Name, members[AttributeMembers.Values]).Select(static node => node.Text)];
        if (scalars.Word(AttributeMembers.Type.Name, members[AttributeMembers.Type], ManifestWords.AttributeTypes) is not { } type)
        {
            return null;
        }

        if (members[AttributeMembers.Values] is { } list)
        {
            CheckValues(list, type);
        }

        return new ManifestAttribute(
            member.Name, type, TakesValues(type) ? values : [], members[AttributeMembers.Required]?.Kind == JsonKind.True, members[AttributeMembers.Description]?.Text);
    }

    private static bool TakesValues(AttributeType type) => type is AttributeType.String or AttributeType.StringList;

    private void CheckValues(JsonNode list, AttributeType type)
    {
        if (!TakesValues(type))
        {
            check.Report(
                ManifestRules.Attribute, list.Range, $"lists 'values' for the type {ManifestWords.AttributeTypes.WordFor(type)}",
                "only a string or a string[] has 'values', so remove them");
        }
        else if (list.Items.Count == 0)
        {
            check.Report(ManifestRules.Attribute, list.Range, "has an empty list of 'values', so no value would be allowed", "list the values, or remove the member");
        }
    }

    /// <summary>Whether the path can be followed through nested objects, and become a property that no other attribute has.</summary>
    private bool HasUsablePath(JsonMember member, string className)
    {
        string path = member.Name;
        if (path.Length > ManifestLimits.KeyLength)
        {
            return Refuse(member, FormattableString.Invariant($"has a path of {path.Length} characters"), FormattableString.Invariant($"shorten it to at most {ManifestLimits.KeyLength}"));
        }

        string[] parts = path.Split('.');
        if (parts.Any(static part => part.Length == 0))
        {
            return Refuse(member, $"has the path {Phrases.Quote(path)} with an empty part", "write names with a dot between them, such as user.role");
        }

        bool hasPlace = HasPlace(member, parts);
        return HasUsableProperty(member, className) && hasPlace;
    }

    /// <summary>Whether no part of the path is a value, and the whole of it no group.</summary>
    private bool HasPlace(JsonMember member, string[] parts)
    {
        string path = member.Name;
        string group = parts[0];
        for (int i = 1; i < parts.Length; i++)
        {
            if (_paths.Contains(group))
            {
                return Refuse(member, $"lies inside {Phrases.Quote(group)}, which is declared as a value", "rename one of the two");
            }

            _groups[group] = _groups.TryGetValue(group, out string? first) ? first : path;
            group = $"{group}.{parts[i]}";
        }

        return !_groups.TryGetValue(path, out string? inner)
            || Refuse(member, $"is declared as a value, but {Phrases.Quote(inner)} lies inside it", "rename one of the two");
    }

    private bool HasUsableProperty(JsonMember member, string className)
    {
        string? property = GeneratedNames.AttributeProperty(member.Name);
        if (property is null)
        {
            return Refuse(member, "gives no name for a C# property", "begin each part of its path with a letter");
        }

        if (GeneratedNames.ObjectMembers.Contains(property) || GeneratedNames.ContextMembers.Contains(property) || property == GeneratedNames.Context(className))
        {
            return Refuse(member, $"would be generated as '{property}', which the context class has already", "rename it");
        }

        if (_pathsByProperty.TryGetValue(property, out string? other))
        {
            return Refuse(member, $"would be generated as '{property}', as {Phrases.Quote(other)} is", "rename one of the two");
        }

        _pathsByProperty.Add(property, member.Name);
        return true;
    }

    /// <summary>The class of the constants of its values must be one that nothing else is called.</summary>
    private void CheckClassOfValues(JsonMember member, ManifestAttribute attribute, GeneratedTypes types, string className)
    {
        if (attribute.Values.Count == 0)
        {
            return;
        }

        string type = GeneratedNames.Prefix(className) + GeneratedNames.AttributeValues(GeneratedNames.AttributeProperty(attribute.Path)!);
        if (!types.TryClaim(type, $"the one of {Phrases.Quote(attribute.Path)}", out string? other))
        {
            Refuse(member, $"lists values whose class '{type}' would have the same name as {other}", "rename it");
        }
    }

    private bool Refuse(JsonMember member, string what, string fix)
    {
        check.Report(ManifestRules.Attribute, member.NameRange, what, fix);
        return false;
    }
}
