using Aurum.FlagGen.Analyzers.Flags;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>A rule about single uses of flags. It must be listed in <see cref="FlagUseAnalyzer"/>, which finds the uses once for all rules.</summary>
internal interface IFlagUseRule
{
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>The only kind of use that the rule has anything to say of, so that it is not shown the others; null where it looks at all.</summary>
    FlagUseKind? Kind { get; }

    /// <summary>What the rule does in a compilation, or null where it has nothing to do there.</summary>
    /// <param name="flags">The project's flags.</param>
    /// <param name="options">The project's options.</param>
    IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options);
}
