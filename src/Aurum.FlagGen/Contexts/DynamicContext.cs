using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Aurum.FlagGen.Contexts;

/// <summary>A context over dictionaries: the feature's part, in which a path is looked up first, and the user's.</summary>
internal sealed class DynamicContext(IReadOnlyDictionary<string, object?> user, IReadOnlyDictionary<string, object?>? feature = null) : FlagContext
{
    private readonly IReadOnlyDictionary<string, object?> _user = user;
    private readonly IReadOnlyDictionary<string, object?>? _feature = feature;

    protected internal override FlagContextSchema Schema => FlagContextSchema.Dynamic;

    protected internal override AttributeFields AttributeFields => new(FlagContextSchema.Dynamic);

    protected internal override AttributeValue GetAttribute(int index) => default;

    internal override AttributeValue Find(AttributePath path)
    {
        if (_feature is not null && TryFind(_feature, path, out object? value))
        {
            return AttributeConverter.Convert(value);
        }

        return !TryFind(_user, path, out value) ? default
            : value is string text ? AttributeValue.From(text)
            : AttributeConverter.Convert(value);
    }

    /// <summary>The member that has the whole path for its name, else the one that the path leads to through nested objects.</summary>
    private static bool TryFind(IReadOnlyDictionary<string, object?> members, AttributePath path, out object? value)
    {
        // By far the most frequent, and asked directly.
        bool exists = members is Dictionary<string, object?> dictionary
            ? dictionary.TryGetValue(path.Literal, out value)
            : members.TryGetValue(path.Literal, out value);
        return exists || (path.Parts.Length > 1 && TryFollow(members, path, out value));
    }

    private static bool TryFollow(object? members, AttributePath path, out object? value)
    {
        // As many steps as the path has parts: objects that contain each other cannot make it longer.
        value = members;
        foreach (string part in path.Parts)
        {
            object? container = value;
            if (!TryGetMember(container, part, out value))
            {
                // What lies in something that is not understood is not understood either: it may be there.
                value = container;
                return container is not (null or string or IEnumerable) && AttributeConverter.Convert(container).Kind == AttributeKind.NotUnderstood;
            }
        }

        return true;
    }

    private static bool TryGetMember(object? container, string name, out object? value)
    {
        bool exists;
        value = null;
        switch (container)
        {
            case IReadOnlyDictionary<string, object?> members:
                return members.TryGetValue(name, out value);
            case IDictionary<string, object?> members:
                return members.TryGetValue(name, out value);
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                exists = ContextJson.TryGetMember(element, name, out JsonElement property);
                value = exists ? property : null;
                return exists;
            case JsonObject members:
                exists = members.TryGetPropertyValue(name, out JsonNode? node);
                value = node;
                return exists;
            case JsonDocument document:
                return TryGetMember(document.RootElement, name, out value);
            case FlagValue { Kind: FlagValueKind.Object } flagValue:
                return TryGetMember(flagValue.GetJsonElement(), name, out value);
            case IDictionary members when members.Contains(name):
                value = members[name];
                return true;
            default:
                return false;
        }
    }
}
