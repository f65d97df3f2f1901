namespace Aurum.FlagGen.Testing;

/// <summary>What every <see cref="IFeatureFlagStore"/> promises, as cases that any test framework can run.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Cases { get; } = [.. FlagStoreContract.Cases.Select(contract => contract.Name)];
///
/// [Theory]
/// [MemberData(nameof(Cases))]
/// public Task MyStore_Contract_Holds(string name) => FlagStoreContract.Find(name).RunAsync(() => new FlagStoreSubject(new MyStore()));
/// </code>
/// </example>
public static partial class FlagStoreContract
{
    private const string Actor = "ada@example.com";

    /// <summary>All cases.</summary>
    public static IReadOnlyList<FlagStoreContractCase> Cases { get; } = [.. DefinitionCases(), .. VersionCases(), .. AuditCases(), .. WatchCases(), .. UsageCases()];

    /// <summary>The case of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    public static FlagStoreContractCase Find(string name) =>
        Cases.FirstOrDefault(contract => contract.Name == name) ?? throw new ArgumentException($"The contract has no case '{name}'.", nameof(name));

    private static FlagChange Change(string action = FlagActions.Update, string? reason = null) => new() { Actor = Actor, Action = action, Reason = reason };

    private static FeatureFlag Flag(string key, string description = "A flag") => new() { Key = key, Description = description, Status = FeatureFlagStatus.Enabled };

    private static ValueTask<FeatureFlag> CreateAsync(IFeatureFlagStore store, string key, CancellationToken token) =>
        store.SaveAsync(Flag(key), 0, Change(FlagActions.Create), token);
}
