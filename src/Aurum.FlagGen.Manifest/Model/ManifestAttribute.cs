namespace Aurum.FlagGen.Manifest.Model;

/// <summary>An attribute declared under <c>context</c>.</summary>
internal sealed class ManifestAttribute(string path, AttributeType type, IReadOnlyList<string> values, bool isRequired, string? description)
{
    /// <summary>The dotted path, such as <c>user.role</c>.</summary>
    public string Path { get; } = path;

    public AttributeType Type { get; } = type;

    /// <summary>The values that a string attribute may have, or none where any will do.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    public bool IsRequired { get; } = isRequired;

    public string? Description { get; } = description;
}
