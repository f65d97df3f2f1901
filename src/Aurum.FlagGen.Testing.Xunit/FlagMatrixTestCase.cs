using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Aurum.FlagGen.Testing.Xunit;

/// <summary>One run of a test, with one combination of the values of its flags in force.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagMatrixTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    private const string KeysName = "flag-keys";
    private const string ValuesName = "flag-values";
    private const string ScopeName = "flag-scope";

    private FlagOverrides _combination;
    private string? _scope;

    /// <summary>Makes one that is read from its serialised form.</summary>
    [Obsolete("Called when a test case is deserialised, and by nobody else.")]
    public FlagMatrixTestCase() => _combination = [];

    internal FlagMatrixTestCase(
        FlagOverrides combination,
        string? scope,
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        bool disableParallelization,
        Type[]? skipExceptions,
        string? skipReason,
        Type? skipType,
        string? skipUnless,
        string? skipWhen,
        Dictionary<string, HashSet<string>> traits,
        string? sourceFilePath,
        int? sourceLineNumber,
        int timeout)
        : base(
            testMethod, displayName, uniqueId, isExplicit, testLabel: null, disableParallelization, skipExceptions, skipReason, skipType, skipUnless, skipWhen,
            traits, testMethodArguments: null, sourceFilePath, sourceLineNumber, timeout)
    {
        _combination = combination;
        _scope = scope;
    }

    /// <inheritdoc/>
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings)
    {
        // Opened on the flow from which everything of the run starts, so that the test's class, its test and its disposal all see it.
        using IDisposable overrides = _combination.Open();
        return await XunitRunnerHelper.RunXunitTestCase(
            this, messageBus, cancellationTokenSource, parallelMode, scheduler, aggregator.Clone(), explicitOption, constructorArguments, methodFixtureMappings).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        base.Serialize(info);
        info.AddValue(ScopeName, _scope);
        info.AddValue(KeysName, _combination.Select(static pair => pair.Key).ToArray());
        info.AddValue(ValuesName, _combination.Select(static pair => pair.Value.ToJson()).ToArray());
    }

    /// <inheritdoc/>
    protected override void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        base.Deserialize(info);
        CompiledManifests.Register(TestMethod.TestClass.Class.Assembly);
        _scope = info.GetValue<string>(ScopeName);
        foreach ((string key, string value) in info.GetValue<string[]>(KeysName)!.Zip(info.GetValue<string[]>(ValuesName)!))
        {
            if (_scope is null)
            {
                _combination.Add(key, FlagValue.Parse(value));
            }
            else
            {
                _combination.Add(_scope, key, FlagValue.Parse(value));
            }
        }
    }
}
