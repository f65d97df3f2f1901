namespace Aurum.FlagGen;

/// <summary>The time during which a context is the ambient one; <see cref="FlagContext.Use(FlagContext)"/> opens it.</summary>
public sealed class FlagContextScope : IDisposable
{
    private readonly AsyncLocal<FlagContextScope?> _ambient;
    private readonly FlagContextScope? _outer;
    private readonly Func<FlagContext>? _create;

    private FlagContext? _context;
    private volatile bool _isDisposed;

    private FlagContextScope(AsyncLocal<FlagContextScope?> ambient, FlagContext? context, Func<FlagContext>? create)
    {
        _ambient = ambient;
        _outer = Open(ambient.Value);
        _context = context;
        _create = create;
    }

    /// <summary>Restores the former ambient context. Where an inner scope is still open, that one stays in force until it is closed.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ambient.Value = Open(_ambient.Value);
    }

    internal static FlagContextScope Open(AsyncLocal<FlagContextScope?> ambient, FlagContext? context, Func<FlagContext>? create)
    {
        FlagContextScope scope = new(ambient, context, create);
        ambient.Value = scope;
        return scope;
    }

    internal static FlagContext Resolve(AsyncLocal<FlagContextScope?> ambient)
    {
        FlagContextScope? scope = Open(ambient.Value);
        return scope is null ? FlagContext.Empty : scope._context ?? scope.Create();
    }

    /// <summary>The innermost scope that is still open.</summary>
    private static FlagContextScope? Open(FlagContextScope? scope)
    {
        while (scope is { _isDisposed: true })
        {
            scope = scope._outer;
        }

        return scope;
    }

    private FlagContext Create()
    {
        // A factory that evaluates flags itself must not come back here.
        FlagContextScope? current = _ambient.Value;
        _ambient.Value = _outer;
        try
        {
            FlagContext created = _create!() ?? FlagContext.Empty;
            return Interlocked.CompareExchange(ref _context, created, null) ?? created;
        }
        finally
        {
            _ambient.Value = current;
        }
    }
}
