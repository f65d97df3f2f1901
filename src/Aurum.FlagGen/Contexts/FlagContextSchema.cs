using System.ComponentModel;

namespace Aurum.FlagGen;

/// <summary>Which attribute stands at which index of a generated context. One for each generated context type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagContextSchema
{
    private readonly Dictionary<string, int> _indexes;

    /// <summary>Makes a schema.</summary>
    /// <param name="attributes">The attributes' dotted paths; an attribute's index is its position.</param>
    public FlagContextSchema(params string[] attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Attributes = attributes;
        _indexes = new Dictionary<string, int>(attributes.Length, StringComparer.Ordinal);
        for (int i = 0; i < attributes.Length; i++)
        {
            _indexes[attributes[i]] = i;
        }
    }

    /// <summary>The schema of contexts that look attributes up by path.</summary>
    internal static FlagContextSchema Dynamic { get; } = new();

    /// <summary>The attributes' dotted paths, in the order of their indexes.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The index of an attribute.</summary>
    /// <param name="path">The attribute's dotted path.</param>
    /// <returns>The index, or -1.</returns>
    public int IndexOf(string path) => _indexes.GetValueOrDefault(path, -1);
}
