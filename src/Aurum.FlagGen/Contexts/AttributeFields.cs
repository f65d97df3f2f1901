using System.ComponentModel;

namespace Aurum.FlagGen;

/// <summary>A generated context's fields, so that an evaluation reads them without a call for each attribute.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct AttributeFields
{
    internal readonly FlagContextSchema Schema;
    internal readonly ReadOnlySpan<string?> Texts;
    internal readonly ReadOnlySpan<long?> Integers;

    /// <summary>Lists a context's fields.</summary>
    /// <param name="schema">The context's schema. In it the texts stand first, and then the integers.</param>
    /// <param name="texts">The attributes that are texts, in the order of the schema.</param>
    /// <param name="integers">The attributes that are integers, in the order of the schema.</param>
    public AttributeFields(FlagContextSchema schema, ReadOnlySpan<string?> texts = default, ReadOnlySpan<long?> integers = default)
    {
        Schema = schema;
        Texts = texts;
        Integers = integers;
    }
}
