namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>Which results of a comparison an ordering operator accepts.</summary>
internal readonly record struct AcceptedOrder(bool Less, bool Equal, bool Greater)
{
    public static AcceptedOrder? Of(string op) => op switch
    {
        "gt" => new AcceptedOrder(Less: false, Equal: false, Greater: true),
        "gte" => new AcceptedOrder(Less: false, Equal: true, Greater: true),
        "lt" => new AcceptedOrder(Less: true, Equal: false, Greater: false),
        "lte" => new AcceptedOrder(Less: true, Equal: true, Greater: false),
        _ => null,
    };

    public bool Includes(int comparison) => comparison < 0 ? Less : comparison > 0 ? Greater : Equal;
}
