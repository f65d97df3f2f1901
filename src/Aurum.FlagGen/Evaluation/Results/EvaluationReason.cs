using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Why a flag gave the value that it gave, in OpenFeature's terms.</summary>
[JsonConverter(typeof(FlagWordJsonConverter))]
public enum EvaluationReason
{
    /// <summary>The flag has neither rules nor a test, or is retired: it gives everybody the same.</summary>
    Static,

    /// <summary>No rule and no test decided.</summary>
    Default,

    /// <summary>A rule matched.</summary>
    TargetingMatch,

    /// <summary>A percentage below 100, a split or a test decided.</summary>
    Split,

    /// <summary>The flag is disabled.</summary>
    Disabled,

    /// <summary>The flag could not be evaluated; the caller's default was given.</summary>
    Error,
}
