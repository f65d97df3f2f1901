namespace Aurum.FlagGen.Evaluation;

/// <summary>A definition that takes another flag's place within one scenario.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Definition">The definition, under its own key.</param>
internal sealed record StandIn(string Scenario, FeatureFlag Definition)
{
    /// <summary>The definition as an answer to whoever asks for the other flag. It buckets as it does under its own key; what is promised of the other flag holds for it too.</summary>
    public FeatureFlag For(FeatureFlag generic) => Definition with
    {
        Key = generic.Key,
        Salt = Definition.Salt ?? Definition.Key,
        Expires = generic.Expires,
        Permanent = generic.Permanent,
        Sensitive = generic.Sensitive || Definition.Sensitive,
    };
}
