using System.ComponentModel;

namespace Aurum.FlagGen;

/// <summary>Who asks: the attributes by which rules, segments and buckets decide. Generated contexts derive from it; <c>From</c> makes one of a dictionary, of JSON or of a principal.</summary>
public abstract partial class FlagContext
{
    /// <summary>The attributes that <see cref="GetAttribute"/> knows; the same object for every instance of a type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract FlagContextSchema Schema { get; }

    /// <summary>The value of an attribute.</summary>
    /// <param name="index">The attribute's index in <see cref="Schema"/>.</param>
    /// <returns>The value, or <c>default</c> where the attribute is missing.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract AttributeValue GetAttribute(int index);
}
