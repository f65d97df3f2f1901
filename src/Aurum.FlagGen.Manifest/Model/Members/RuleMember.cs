namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A member that a rule may have.</summary>
/// <param name="name">As it is written.</param>
/// <param name="kinds">The kinds of value it takes.</param>
/// <param name="part">The part of the rule that it belongs to.</param>
internal sealed class RuleMember(string name, JsonKinds kinds, RulePart part) : ManifestMember(name, kinds)
{
    public RulePart Part { get; } = part;
}
