namespace Aurum.FlagGen;

/// <content>The context of the current asynchronous flow.</content>
public abstract partial class FlagContext
{
    private static readonly AsyncLocal<FlagContextScope?> Ambient = new();

    /// <summary>The ambient context, which evaluations take where they are given none.</summary>
    /// <value>The one of the innermost <see cref="Use(FlagContext)"/> that is not disposed; <see cref="Empty"/> where there is none.</value>
    public static FlagContext Current => FlagContextScope.Resolve(Ambient);

    /// <summary>Makes a context the ambient one, in this asynchronous flow and those that it starts.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Restores the former ambient context when it is disposed.</returns>
    public static FlagContextScope Use(FlagContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FlagContextScope.Open(Ambient, context, create: null);
    }

    /// <summary>Makes a context the ambient one that is made when it is first asked for, and then kept.</summary>
    /// <param name="create">Makes the context. While it runs, the former ambient context is in force.</param>
    /// <returns>Restores the former ambient context when it is disposed.</returns>
    public static FlagContextScope Use(Func<FlagContext> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return FlagContextScope.Open(Ambient, context: null, create);
    }
}
