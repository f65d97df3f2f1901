using System.Text.Json;
using System.Text.Json.Serialization;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen;

/// <summary>The definition of a flag. Immutable: change it with a <c>with</c> expression.</summary>
[JsonConverter(typeof(FeatureFlagJsonConverter))]
public sealed partial record FeatureFlag
{
    /// <summary>The flag's identity: 1 to 200 ASCII letters, digits, <c>.</c>, <c>_</c>, <c>-</c> and <c>:</c>; case-sensitive.</summary>
    public required string Key { get; init; }

    /// <summary>The name for people.</summary>
    /// <value>Default: null, the key.</value>
    public string? Name { get; init; }

    /// <summary>What the flag is for.</summary>
    public string? Description { get; init; }

    /// <summary>Words by which flags are grouped and filtered.</summary>
    public IReadOnlyList<string> Tags { get; init => field = ValueList<string>.Of(value); } = ValueList<string>.Empty;

    /// <summary>Who answers for the flag.</summary>
    public string? Owner { get; init; }

    /// <summary>Who created the flag.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When the flag was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the flag was last written.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Further facts, name to text, number or boolean.</summary>
    public IReadOnlyDictionary<string, FlagValue> Metadata { get; init => field = ValueMap<FlagValue>.Of(value); } = ValueMap<FlagValue>.Empty;

    /// <summary>The name of the generated member, where the key's own is not wanted.</summary>
    public string? Accessor { get; init; }

    /// <summary>What kind of value the flag gives.</summary>
    /// <value>Default: <see cref="FlagType.Boolean"/>.</value>
    public FlagType Type { get; init; }

    /// <summary>Off, conditional or on.</summary>
    /// <value>Default: <see cref="FeatureFlagStatus.Disabled"/>.</value>
    public FeatureFlagStatus Status { get; init; }

    /// <summary>What an enabled flag gives when no rule decides.</summary>
    /// <value>Default: null, which is <see langword="false"/> on a boolean flag; other types require it.</value>
    public FlagValue? DefaultValue { get; init; }

    /// <summary>What a disabled flag gives.</summary>
    /// <value>Default: null, which is <see langword="false"/> on a boolean flag and <see cref="DefaultValue"/> on others.</value>
    public FlagValue? OffValue { get; init; }

    /// <summary>The named values, in order.</summary>
    public IReadOnlyList<FlagVariant> Variants { get; init => field = ValueList<FlagVariant>.Of(value); } = ValueList<FlagVariant>.Empty;

    /// <summary>The rules, in order; the first that matches decides.</summary>
    public IReadOnlyList<FeatureFlagRule> Rules { get; init => field = ValueList<FeatureFlagRule>.Of(value); } = ValueList<FeatureFlagRule>.Empty;

    /// <summary>The flag-wide experiment.</summary>
    public AbTestConfiguration? AbTest { get; init; }

    /// <summary>The salt of the flag's bucket, kept when the flag is renamed; the empty text is kept.</summary>
    /// <value>Default: null, the key.</value>
    public string? Salt { get; init; }

    /// <summary>The attribute that is the targeting key.</summary>
    /// <value>Default: null, <c>user_id</c>.</value>
    public string? BucketBy { get; init; }

    /// <summary>Another system's bucket formula.</summary>
    /// <value>Default: null, ours.</value>
    public FlagBucketing? Bucketing { get; init; }

    /// <summary>The last day (UTC, included) on which the flag is not stale.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Whether the flag is meant to stay for ever; it is then never stale.</summary>
    public bool Permanent { get; init; }

    /// <summary>Active or retired.</summary>
    public FlagLifecycle Lifecycle { get; init; }

    /// <summary>The value or the variant's name that a retired flag gives.</summary>
    public FlagValue? Keep { get; init; }

    /// <summary>When the flag was retired.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When the flag's value is fixed.</summary>
    public FlagEvaluationTime Evaluation { get; init; }

    /// <summary>Whether clients outside the process may be told the flag.</summary>
    public bool ClientVisible { get; init; }

    /// <summary>Whether the flag's value and the contexts that it saw must never leave the process.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The JSON Schema of an object flag's value.</summary>
    /// <exception cref="ArgumentException">The element is undefined, or cannot be read as a value.</exception>
    public JsonElement? PayloadSchema
    {
        get => Schema?.GetJsonElement();
        init => Schema = value is { } schema ? FlagValue.From(schema) : null;
    }

    /// <summary>The version, set by the store at each write.</summary>
    /// <value>0 for a definition that no store has seen.</value>
    public long Version { get; init; }

    /// <summary><see cref="PayloadSchema"/> as a value, which other than <see cref="JsonElement"/> has equality.</summary>
    internal FlagValue? Schema { get; init; }

    /// <summary>Members of the flag's JSON that this version of the library does not know, as a JSON object; kept, so that an older writer does not drop what a newer one wrote.</summary>
    internal string? UnknownMembers { get; init; }
}
