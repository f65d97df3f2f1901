namespace Aurum.FlagGen.Benchmarks.Budgets;

/// <summary>What a budget limits.</summary>
internal enum BudgetKind
{
    /// <summary>Nothing: the figure stands there for orientation.</summary>
    None,

    /// <summary>The time, as a multiple of the floor's, from the same run.</summary>
    TimesFloor,

    /// <summary>The time, in nanoseconds.</summary>
    Nanoseconds,

    /// <summary>How many times as much gets done as by the floor: at least, not at most.</summary>
    SpeedUp,
}
