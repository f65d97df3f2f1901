namespace Aurum.FlagGen.Engine;

/// <summary>The time during which an engine is the default one of some scopes.</summary>
/// <param name="engine">The engine.</param>
/// <param name="scopes">The scopes; empty for all that no other host names.</param>
internal sealed class DefaultEngineScope(FlagEngine engine, HashSet<string> scopes) : IDisposable
{
    public FlagEngine Engine { get; } = engine;

    /// <summary>The scopes that its host names as its own.</summary>
    public IReadOnlyCollection<string> Scopes => scopes;

    public bool NamesNone => scopes.Count == 0;

    public bool Names(string scope) => scopes.Contains(scope);

    public void Dispose() => DefaultEngines.Close(this);
}
