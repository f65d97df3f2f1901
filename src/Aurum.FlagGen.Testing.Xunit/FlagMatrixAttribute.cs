using Xunit;
using Xunit.v3;

namespace Aurum.FlagGen.Testing.Xunit;

/// <summary>A test that runs once for every combination of the values that the named flags can have: <c>[FlagMatrix(FeatureKeys.DashboardWidget, FeatureKeys.CheckoutFlow)]</c>.</summary>
/// <remarks>
/// A boolean flag is tried on and off, a variant flag with each of its variants, any other with the value of each of its <c>variants</c>. Each run has its
/// overrides in force from the constructor of the test's class to its disposal, and names them. More than <see cref="FlagCombinations.Limit"/> combinations are refused.
/// The test takes no parameters.
/// </remarks>
/// <param name="keys">The flags' keys; the constants that are generated from the manifest name them.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(FlagMatrixDiscoverer))]
public sealed class FlagMatrixAttribute(params string[] keys) : FactAttribute
{
    /// <summary>The flags' keys.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>The scope of the manifest that declares the flags, for keys that manifests of several scopes declare.</summary>
    /// <value>Default: null, the only scope that declares each key.</value>
    public string? Scope { get; set; }
}
