namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>How code names a flag.</summary>
internal enum FlagUseKind
{
    /// <summary>By its generated property: <c>Features.NewNav</c>.</summary>
    Accessor,

    /// <summary>By its key as an argument of engine or manager: <c>engine.IsEnabled("new_nav")</c>.</summary>
    Key,

    /// <summary>By its generated constant, elsewhere than as such an argument: <c>FeatureKeys.NewNav</c>.</summary>
    Constant,
}
