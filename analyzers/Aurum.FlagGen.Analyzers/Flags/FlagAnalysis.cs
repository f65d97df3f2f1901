namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>How analyzers of code start.</summary>
internal static class FlagAnalysis
{
    /// <summary>Lets an analyzer start where the project has flags; elsewhere it has nothing to do, and costs nothing.</summary>
    /// <param name="context">The start of the compilation.</param>
    /// <param name="start">What the analyzer registers for the project's flags.</param>
    public static void Start(CompilationStartAnalysisContext context, Action<CompilationStartAnalysisContext, ProjectFlags> start)
    {
        if (ProjectFlags.For(context.Compilation, context.Options, context.CancellationToken) is { } flags)
        {
            start(context, flags);
        }
    }
}
