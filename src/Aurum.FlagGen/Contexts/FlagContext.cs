using System.ComponentModel;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen;

/// <summary>Who asks: the attributes by which rules, segments and buckets decide. Generated contexts derive from it; <c>From</c> makes one of a dictionary, of JSON or of a principal.</summary>
/// <remarks>Evaluating reads a context and never changes it. Where reading fails (a dictionary that another thread changes, say), the evaluation answers the flag's default with the error <see cref="EvaluationErrorCode.General"/>; a context of your own should throw no exception types of its own.</remarks>
public abstract partial class FlagContext
{
    /// <summary>The attribute that is the targeting key, unless a flag says otherwise.</summary>
    internal const string UserIdPath = PredefinedAttributes.UserId;

    internal const string UserRolePath = "user.role";

    /// <summary>The attributes that <see cref="GetAttribute"/> knows; the same object for every instance of a type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract FlagContextSchema Schema { get; }

    /// <summary>The value of an attribute.</summary>
    /// <param name="index">The attribute's index in <see cref="Schema"/>.</param>
    /// <returns>The value, or <c>default</c> where the attribute is missing.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract AttributeValue GetAttribute(int index);

    /// <summary>The context's schema, and its attributes that can be read without a call; asked once for each evaluation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual AttributeFields AttributeFields => new(Schema);

    /// <summary>Looks an attribute up by its path, in contexts whose schema is <see cref="FlagContextSchema.Dynamic"/>.</summary>
    internal virtual AttributeValue Find(AttributePath path) => default;
}
