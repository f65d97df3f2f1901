namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>Tells code that somebody wrote from code that is nobody's to change.</summary>
internal static class WrittenCode
{
    /// <summary>Whether somebody wrote what stands there: in C#, or in another language, as a Razor page, for which generated code stands.</summary>
    public static bool Contains(Location location, OperationAnalysisContext context) => !context.IsGeneratedCode || location.GetMappedLineSpan().HasMappedPath;
}
