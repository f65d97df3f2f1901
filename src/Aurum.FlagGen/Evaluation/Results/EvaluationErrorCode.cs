using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>What went wrong in an evaluation, in OpenFeature's terms.</summary>
[JsonConverter(typeof(FlagWordJsonConverter))]
public enum EvaluationErrorCode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No flag has this key.</summary>
    FlagNotFound,

    /// <summary>The flag's value is not of the type that was asked for.</summary>
    TypeMismatch,

    /// <summary>A bucket was needed and the context has no targeting key.</summary>
    TargetingKeyMissing,

    /// <summary>The flag's definition cannot be read and never could.</summary>
    ParseError,

    /// <summary>Anything else.</summary>
    General,
}
