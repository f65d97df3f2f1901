namespace Aurum.FlagGen;

/// <summary>When a flag's value is fixed.</summary>
#if FLAGGEN_RUNTIME
public
#else
internal
#endif
enum FlagEvaluationTime
{
    /// <summary>At each evaluation. The default.</summary>
    Runtime,

    /// <summary>When the application is built.</summary>
    CompileTime,
}
