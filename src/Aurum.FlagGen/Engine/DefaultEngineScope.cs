namespace Aurum.FlagGen.Engine;

/// <summary>The time during which an engine is the default one. Of several the last opened counts, in whichever order they are closed.</summary>
internal sealed class DefaultEngineScope : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly List<DefaultEngineScope> Opened = [];

    private static FlagEngine? s_original;

    private readonly FlagEngine _engine;

    private DefaultEngineScope(FlagEngine engine) => _engine = engine;

    public static DefaultEngineScope Open(FlagEngine engine, FlagEngine current)
    {
        lock (Gate)
        {
            s_original ??= current;
            DefaultEngineScope scope = new(engine);
            Opened.Add(scope);
            FlagEngine.SetDefault(engine);
            return scope;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (Opened.Remove(this))
            {
                FlagEngine.SetDefault(Opened.Count > 0 ? Opened[^1]._engine : s_original!);
            }
        }
    }
}
