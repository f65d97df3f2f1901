using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Aurum.FlagGen.Testing.Xunit;

/// <summary>A test with a matrix of flags → one test case for each combination.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagMatrixDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(discoveryOptions);
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(factAttribute);
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        IXunitTestMethod method = details.ResolvedTestMethod;
        try
        {
            return new(
            [
                .. Combine(method, (FlagMatrixAttribute)factAttribute).Select(combination => new FlagMatrixTestCase(
                    combination,
                    ((FlagMatrixAttribute)factAttribute).Scope,
                    method,
                    $"{details.TestCaseDisplayName}({combination})",
                    $"{details.UniqueID}({combination})",
                    details.Explicit,
                    factAttribute.DisableParallelization,
                    details.SkipExceptions,
                    details.SkipReason,
                    details.SkipType,
                    details.SkipUnless,
                    details.SkipWhen,
                    method.Traits.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase),
                    details.SourceFilePath,
                    details.SourceLineNumber,
                    details.Timeout)),
            ]);
        }
        catch (ArgumentException exception)
        {
            // What cannot be combined is the test's fault, and is told where the test's result is looked for.
            string message = $"{method.TestClass.TestClassSimpleName}.{method.MethodName} cannot run for every combination of its flags. {exception.Message}";
            return new([new ExecutionErrorTestCase(method, details.TestCaseDisplayName, details.UniqueID, details.SourceFilePath, details.SourceLineNumber, message)]);
        }
    }

    private static IReadOnlyList<FlagOverrides> Combine(IXunitTestMethod method, FlagMatrixAttribute matrix)
    {
        if (method.Parameters.Count > 0)
        {
            throw new ArgumentException("It has parameters, and nobody to fill them: read the flags where the code under test reads them, or write a theory that opens FlagOverrides.");
        }

        CompiledManifests.Register(method.TestClass.Class.Assembly);
        return matrix.Scope is { } scope ? FlagCombinations.OfScope(scope, matrix.Keys) : FlagCombinations.Of(matrix.Keys);
    }
}
