using System.Text.Json;

namespace Aurum.FlagGen.Definitions;

/// <summary>What few flags say, kept apart from them: <see cref="FeatureFlag"/> documents each.</summary>
internal sealed record RareFlagMembers
{
    public static readonly RareFlagMembers None = new();

    public string? Name { get; init; }

    public string? CreatedBy { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyDictionary<string, FlagValue> Metadata { get; init; } = FeatureFlag.NoMetadata;

    public string? Accessor { get; init; }

    public FlagValue? OffValue { get; init; }

    public string? Salt { get; init; }

    public string? BucketBy { get; init; }

    public FlagBucketing? Bucketing { get; init; }

    public FlagValue? Keep { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public JsonElement? PayloadSchema { get; init; }

    public string? UnknownMembers { get; init; }

    /// <summary>Null where nothing is said, so that equal flags stay equal whichever way they came about.</summary>
    public static RareFlagMembers? Pack(RareFlagMembers members) => members == None ? null : members;
}
