using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>A rule without faults, as what it asks of a unit before the rollout and how much its rollout lets through.</summary>
internal sealed class SoundRule
{
    private static readonly ManifestMember[] Audience = [.. RuleMembers.Of(RulePart.Audience)];
    private static readonly ManifestMember[] Bucket = [.. RuleMembers.Of(RulePart.Bucket)];
    private static readonly ManifestMember[] Plans = [.. RuleMembers.Of(RulePart.Share).Where(static member => member != RuleMembers.RolloutPercentage)];

    private readonly JsonNode _rule;
    private readonly ManifestFlag _flag;
    private readonly Dictionary<ManifestMember, HashSet<string>> _texts = [];

    public SoundRule(JsonNode rule, ManifestFlag flag)
    {
        _rule = rule;
        _flag = flag;
        Rollout = rule[RuleMembers.RolloutPercentage.Name] is { } percentage && NumberText.TryParseThousandths(percentage.Text, out int thousandths)
            ? thousandths
            : ScalarChecker.Whole;
    }

    public string Name => _rule[RuleMembers.Name.Name]!.Text;

    /// <summary>Where to point at the rule: at its name.</summary>
    public TextRange Range => _rule[RuleMembers.Name.Name]!.Range;

    /// <summary>The percentage in thousandths; meaningless where there is a plan.</summary>
    public int Rollout { get; }

    /// <summary>A plan's percentage moves, so nothing is concluded from it.</summary>
    public bool HasPlan => Plans.Any(member => _rule[member.Name] is not null);

    /// <summary>Whether the same units fall below the same percentage.</summary>
    public bool SharesBucketWith(SoundRule other) =>
        Bucket.All(member => member == RuleMembers.Salt ? Salt == other.Salt : SameNode(member, other));

    /// <summary>Whether everybody who meets another rule meets this one too, rollouts aside. It is only said where the JSON shows it.</summary>
    public bool Covers(SoundRule other) => Audience.All(member => Covers(member, other));

    private string Salt => (_rule[RuleMembers.Salt.Name] ?? CheckedObject.Of(_flag.Node)[FlagMembers.Salt])?.Text ?? _flag.Key;

    private bool SameNode(ManifestMember member, SoundRule other) => JsonEquality.AreEqual(_rule[member.Name], other._rule[member.Name]);

    private bool Covers(ManifestMember member, SoundRule other)
    {
        if (_rule[member.Name] is null)
        {
            return true;
        }

        if (member == RuleMembers.UserSegments)
        {
            return CoversSegments(other);
        }

        if (member == RuleMembers.Conditions)
        {
            return CoversConditions(other);
        }

        return member == RuleMembers.RequiredFlags || member == RuleMembers.ExcludedFlags ? CoversFlags(member, other) : SameNode(member, other);
    }

    private bool CoversSegments(SoundRule other)
    {
        // A unit has to be in any of them, so fewer are stricter; none asks nothing.
        if (_rule[RuleMembers.UserSegments.Name]!.Items.Count == 0)
        {
            return true;
        }

        HashSet<string> mine = TextsOf(RuleMembers.UserSegments);
        HashSet<string> theirs = other.TextsOf(RuleMembers.UserSegments);
        return mine.Contains(PredefinedSegments.AllUsers) || (theirs.Count > 0 && theirs.IsSubsetOf(mine));
    }

    private bool CoversConditions(SoundRule other)
    {
        JsonNode? theirs = other._rule[RuleMembers.Conditions.Name];
        foreach (JsonMember mine in _rule[RuleMembers.Conditions.Name]!.Members)
        {
            if (!JsonEquality.AreEqual(mine.Value, theirs?[mine.Name]))
            {
                return false;
            }
        }

        return true;
    }

    private bool CoversFlags(ManifestMember member, SoundRule other)
    {
        IReadOnlyList<JsonNode> mine = _rule[member.Name]!.Items;
        return mine.Count == 0 || other.TextsOf(member).IsSupersetOf(mine.Select(static one => one.Text));
    }

    /// <summary>A list as a set, made once: each rule is compared with all before it, and a list may have thousands of elements.</summary>
    private HashSet<string> TextsOf(ManifestMember member)
    {
        if (!_texts.TryGetValue(member, out HashSet<string>? texts))
        {
            texts = new HashSet<string>((_rule[member.Name]?.Items ?? []).Select(static one => one.Text), StringComparer.Ordinal);
            _texts.Add(member, texts);
        }

        return texts;
    }
}
