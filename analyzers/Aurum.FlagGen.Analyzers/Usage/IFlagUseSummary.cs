namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A rule that speaks when all uses are known. Its descriptor needs the tag <c>CompilationEnd</c>.</summary>
internal interface IFlagUseSummary
{
    /// <summary>Takes note of a use, in generated code too. It is called from several threads at once.</summary>
    void Count(in FlagUse use);

    void Finish(CompilationAnalysisContext context);
}
