namespace Aurum.FlagGen.Engine;

/// <summary>The values that tests gave to flags.</summary>
/// <param name="values">The values, by flag.</param>
internal sealed class FlagOverrideValues(IReadOnlyDictionary<FlagIdentity, FlagValue> values)
{
    /// <summary>The value of a flag, or null.</summary>
    /// <param name="scope">The scope of the manifest that declares it; null where none does.</param>
    /// <param name="key">The flag's key.</param>
    public FlagValue? Find(string? scope, string key) =>
        values.GetValueOrDefault(new FlagIdentity(scope, key)) ?? values.GetValueOrDefault(new FlagIdentity(null, key));

    /// <summary>Definitions of the flags that only a test knows.</summary>
    public IEnumerable<FeatureFlag> Undeclared(IReadOnlyDictionary<string, FlagSlot> declared) => values
        .Where(pair => pair.Key.Scope is null && !declared.ContainsKey(pair.Key.Key))
        .Select(static pair => FlagOverrideCompiler.Define(pair.Key.Key, pair.Value));
}
