using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A flag, and those that stand in for it within one scenario each.</summary>
internal sealed class CompiledScenarios
{
    private readonly AttributeReader _id;
    private readonly Dictionary<string, CompiledFlag>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="generic">The flag where no scenario has its own.</param>
    /// <param name="standIns">The others, by scenario.</param>
    /// <param name="id">Reads which scenario it is.</param>
    public CompiledScenarios(CompiledFlag generic, Dictionary<string, CompiledFlag> standIns, AttributeReader id)
    {
        Generic = generic;
        _id = id;
        _lookup = standIns.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadsClock = generic.ReadsClock || standIns.Values.Any(static flag => flag.ReadsClock);
        SharedBelow = generic.SharedBelow + standIns.Values.Sum(static flag => (long)flag.SharedBelow);
    }

    public CompiledFlag Generic { get; }

    public bool ReadsClock { get; }

    /// <summary>How many decisions an evaluation may have to remember, at most.</summary>
    public long SharedBelow { get; }

    /// <summary>Never inlined: rules, which call it, are on the way of every evaluation, and few flags have scenarios.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FlagOutcome Decide<TTrace>(ref readonly EvaluationScope scope, ref TTrace trace)
        where TTrace : struct, IDecisionTrace
    {
        Span<char> buffer = stackalloc char[TargetingKey.BufferLength];
        ReadOnlySpan<char> id = TargetingKey.Read(_id.Read(in scope), buffer);
        if (id.IsEmpty || !_lookup.TryGetValue(id, out string? scenario, out CompiledFlag? standIn))
        {
            return Generic.Decide(in scope, ref trace);
        }

        if (TTrace.IsOn)
        {
            trace.OnScenario(scenario);
        }

        return standIn.Decide(in scope, ref trace);
    }
}
