using System.Text.Json.Serialization;

namespace Aurum.FlagGen;

/// <summary>Where a flag's definition came from.</summary>
[JsonConverter(typeof(FlagWordJsonConverter))]
public enum FlagSource
{
    /// <summary>From nowhere: no flag has the key.</summary>
    None,

    /// <summary>From the store.</summary>
    Store,

    /// <summary>From the manifest that was compiled into the application, because the store lacks the flag or there is no store.</summary>
    Manifest,

    /// <summary>From a test, whose override stands in for whatever the definition would decide.</summary>
    Override,
}
