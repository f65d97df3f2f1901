namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A rule at work in one compilation. It is called from several threads at once.</summary>
internal interface IFlagUseCheck
{
    /// <summary>Looks at a use in code that somebody wrote, Razor included.</summary>
    void Check(in FlagUse use, OperationAnalysisContext context);
}
