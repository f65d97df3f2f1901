using System.Text.RegularExpressions;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Schema;

/// <summary>What the checker refuses and JSON Schema has no words for: every kind, with its reason. Whatever else one takes and the other does not is a fault.</summary>
internal static class SchemaDifferences
{
    private const string Names = "what names become in C#, and which of them meet, takes all of them together";
    private const string References = "a name that is declared elsewhere in the document";
    private const string Context = "what 'context' declares an attribute as";
    private const string Sums = "a sum, or an order, of several values";
    private const string Decimals = "decimals: multipleOf is computed with binary fractions, which refuses 33.333";
    private const string Payload = "a schema that stands in the document";

    private static readonly (ManifestRule Rule, string Message, string Reason)[] Kinds =
    [
        (ManifestRules.Limit, "conditions|pattern", "a number of elements over several lists"),
        (ManifestRules.Duplicate, "(?<!in '\\w+') twice", "a member that is written twice, which is one to JSON Schema; of lists it says uniqueItems"),
        (ManifestRules.MissingMember, "its payload schema requires it", Payload),
        (ManifestRules.Accessor, "already|same name|every object has|every flag|both be generated|would contain it|gives no identifier|symbol", Names),
        (ManifestRules.Identifier, "meets", Names),
        (ManifestRules.Value, "its payload schema", Payload),
        (ManifestRules.UndeclaredVariant, "", References),
        (ManifestRules.Weights, "sum to", Sums),
        (ManifestRules.Weights, "as its weight", Decimals),
        (ManifestRules.Percentage, "", Decimals),
        (ManifestRules.Time, "so the window is empty", Sums),
        (ManifestRules.Time, "-02-29|:60|000[01]-|999[89]-", "a calendar with leap years and leap seconds"),
        (ManifestRules.UndeclaredAttribute, "", References),
        (ManifestRules.Operator, "which is of type", Context),
        (ManifestRules.ConditionValue, "the attribute", Context),
        (ManifestRules.ConditionValue, "the value type asks for", "texts that are numbers, times and versions, in all their forms"),
        (ManifestRules.Regex, "", "the grammar of regular expressions"),
        (ManifestRules.UndeclaredSegment, "", References),
        (ManifestRules.UndeclaredFlag, "", References),
        (ManifestRules.Cycle, "", References),
        (ManifestRules.Depth, "", References),
        (ManifestRules.Contradiction, "", References),
        (ManifestRules.RuleName, "same name as rule", "members of several elements that differ"),
        (ManifestRules.RolloutPlan, "lower percentage", Sums),
        (ManifestRules.Layer, "", References),
        (ManifestRules.Keep, "which is neither", References),
        (ManifestRules.PayloadSchema, "none of its properties|both be generated|every payload has|called as its record", Names),
        (ManifestRules.Attribute, "inside|both|would be generated|same name|in it", Names),
        (ManifestRules.Bucketing, "buckets by", Context),
    ];

    /// <summary>Why JSON Schema cannot say this, or null where it can.</summary>
    public static string? Reason(ManifestError error) =>
        Kinds.FirstOrDefault(kind => ReferenceEquals(kind.Rule, error.Rule) && Regex.IsMatch(error.Message, kind.Message)).Reason;
}
