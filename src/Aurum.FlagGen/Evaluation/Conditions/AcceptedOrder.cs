using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Which results of a comparison an ordering operator accepts.</summary>
internal readonly record struct AcceptedOrder(bool Less, bool Equal, bool Greater)
{
    public static AcceptedOrder Of(ConditionOperator op) => op switch
    {
        ConditionOperator.Greater => new AcceptedOrder(Less: false, Equal: false, Greater: true),
        ConditionOperator.GreaterOrEqual => new AcceptedOrder(Less: false, Equal: true, Greater: true),
        ConditionOperator.Less => new AcceptedOrder(Less: true, Equal: false, Greater: false),
        _ => new AcceptedOrder(Less: true, Equal: true, Greater: false),
    };

    public bool Includes(int comparison) => comparison < 0 ? Less : comparison > 0 ? Greater : Equal;
}
