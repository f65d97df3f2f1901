using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>The definition of a flag. Immutable: change it with a <c>with</c> expression.</summary>
[JsonConverter(typeof(FeatureFlagJsonConverter))]
public sealed partial record FeatureFlag
{
    /// <summary>Members that few flags have, so that ten thousand flags need not carry them; null where the flag has none.</summary>
    private readonly RareFlagMembers? _rare;

    // A byte each instead of four, because there may be ten thousand flags.
    private readonly byte _type;
    private readonly byte _status;
    private readonly byte _lifecycle;
    private readonly byte _evaluation;

    /// <summary>The flag's identity: 1 to 200 ASCII letters, digits, <c>.</c>, <c>_</c>, <c>-</c> and <c>:</c>; case-sensitive.</summary>
    public required string Key { get; init; }

    /// <summary>The name for people.</summary>
    /// <value>Default: null, the key.</value>
    public string? Name
    {
        get => _rare?.Name;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { Name = value });
    }

    /// <summary>What the flag is for.</summary>
    public string? Description { get; init; }

    /// <summary>Words by which flags are grouped and filtered.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who answers for the flag.</summary>
    public string? Owner { get; init; }

    /// <summary>Who created the flag.</summary>
    public string? CreatedBy
    {
        get => _rare?.CreatedBy;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { CreatedBy = value });
    }

    /// <summary>When the flag was created.</summary>
    public DateTimeOffset? CreatedAt
    {
        get => _rare?.CreatedAt;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { CreatedAt = value });
    }

    /// <summary>When the flag was last written.</summary>
    public DateTimeOffset? UpdatedAt
    {
        get => _rare?.UpdatedAt;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { UpdatedAt = value });
    }

    /// <summary>Further facts, name to text, number or boolean.</summary>
    public IReadOnlyDictionary<string, FlagValue> Metadata
    {
        get => _rare?.Metadata ?? NoMetadata;
        init => _rare = ReferenceEquals(value, NoMetadata) && _rare is null ? null : RareFlagMembers.Pack(Rare with { Metadata = value });
    }

    /// <summary>The name of the generated member, where the key's own is not wanted.</summary>
    public string? Accessor
    {
        get => _rare?.Accessor;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { Accessor = value });
    }

    /// <summary>What kind of value the flag gives.</summary>
    /// <value>Default: <see cref="FlagType.Boolean"/>.</value>
    public FlagType Type
    {
        get => (FlagType)_type;
        init => _type = (byte)value;
    }

    /// <summary>Off, conditional or on.</summary>
    /// <value>Default: <see cref="FeatureFlagStatus.Disabled"/>.</value>
    public FeatureFlagStatus Status
    {
        get => (FeatureFlagStatus)_status;
        init => _status = (byte)value;
    }

    /// <summary>What an enabled flag gives when no rule decides.</summary>
    /// <value>Default: null, which is <see langword="false"/> on a boolean flag; other types require it.</value>
    public FlagValue? DefaultValue { get; init; }

    /// <summary>What a disabled flag gives.</summary>
    /// <value>Default: null, which is <see langword="false"/> on a boolean flag and <see cref="DefaultValue"/> on others.</value>
    public FlagValue? OffValue
    {
        get => _rare?.OffValue;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { OffValue = value });
    }

    /// <summary>The named values, in order.</summary>
    public IReadOnlyList<FlagVariant> Variants { get; init; } = [];

    /// <summary>The rules, in order; the first that matches decides.</summary>
    public IReadOnlyList<FeatureFlagRule> Rules { get; init; } = [];

    /// <summary>The flag-wide experiment.</summary>
    public AbTestConfiguration? AbTest { get; init; }

    /// <summary>The salt of the flag's bucket, kept when the flag is renamed; the empty text is kept.</summary>
    /// <value>Default: null, the key.</value>
    public string? Salt
    {
        get => _rare?.Salt;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { Salt = value });
    }

    /// <summary>The attribute that is the targeting key.</summary>
    /// <value>Default: null, <c>user_id</c>.</value>
    public string? BucketBy
    {
        get => _rare?.BucketBy;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { BucketBy = value });
    }

    /// <summary>Another system's bucket formula.</summary>
    /// <value>Default: null, ours.</value>
    public FlagBucketing? Bucketing
    {
        get => _rare?.Bucketing;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { Bucketing = value });
    }

    /// <summary>The last day (UTC, included) on which the flag is not stale.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Whether the flag is meant to stay for ever; it is then never stale.</summary>
    public bool Permanent { get; init; }

    /// <summary>Active or retired.</summary>
    public FlagLifecycle Lifecycle
    {
        get => (FlagLifecycle)_lifecycle;
        init => _lifecycle = (byte)value;
    }

    /// <summary>The value or the variant's name that a retired flag gives.</summary>
    public FlagValue? Keep
    {
        get => _rare?.Keep;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { Keep = value });
    }

    /// <summary>When the flag was retired.</summary>
    public DateTimeOffset? RetiredAt
    {
        get => _rare?.RetiredAt;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { RetiredAt = value });
    }

    /// <summary>When the flag's value is fixed.</summary>
    public FlagEvaluationTime Evaluation
    {
        get => (FlagEvaluationTime)_evaluation;
        init => _evaluation = (byte)value;
    }

    /// <summary>Whether clients outside the process may be told the flag.</summary>
    public bool ClientVisible { get; init; }

    /// <summary>Whether the flag's value and the contexts that it saw must never leave the process.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The JSON Schema of an object flag's value.</summary>
    public JsonElement? PayloadSchema
    {
        get => _rare?.PayloadSchema;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { PayloadSchema = value });
    }

    /// <summary>The version, set by the store at each write.</summary>
    /// <value>0 for a definition that no store has seen.</value>
    public long Version { get; init; }

    /// <summary>Members of the flag's JSON that this version of the library does not know, as a JSON object; kept, so that an older writer does not drop what a newer one wrote.</summary>
    internal string? UnknownMembers
    {
        get => _rare?.UnknownMembers;
        init => _rare = value is null && _rare is null ? null : RareFlagMembers.Pack(Rare with { UnknownMembers = value });
    }

    private RareFlagMembers Rare => _rare ?? RareFlagMembers.None;
}
