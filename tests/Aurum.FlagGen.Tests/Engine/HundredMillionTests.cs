using System.Globalization;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Evaluating allocates not one byte, over each kind of flag and every way to ask.</summary>
/// <remarks>It runs alone, because each collection that another test causes makes it measure once more.</remarks>
[Collection(AloneGroup.Name)]
public sealed class HundredMillionTests
{
    private const int Evaluations = 1_000_000;
    private const int LongEvaluations = 100_000_000;

    private static readonly ShopContext[] Typed = [.. Enumerable.Range(0, 64).Select(ShopContext.Of)];
    private static readonly FlagContext[] Dynamic = [.. Typed.Select(ToDictionary)];

    private readonly FlagEngine _engine = new(Given.Clock());

    private enum Arm
    {
        Control,
        A,
        B,
    }

    [Fact]
    public void Evaluate_AMillionTimes_AllocatesNothing() => EvaluateAll(Evaluations);

    /// <summary>The long run; the variable FLAGGEN_LONG says how many evaluations, or 1 for a hundred million.</summary>
    [Fact]
    public void Evaluate_AHundredMillionTimes_AllocatesNothing() => EvaluateAll(LongRun.Count(LongEvaluations));

    private void EvaluateAll(int evaluations)
    {
        (string Name, Action<int> Run)[] ways = [.. BySlot(), .. ByMember(), .. ByKey()];
        int share = (evaluations + ways.Length - 1) / ways.Length;
        foreach ((string name, Action<int> run) in ways)
        {
            // What is made once is made by now: the names in the usage, the details of each outcome.
            run(1_000);

            AllocatedBytes.OfThisThread(() => run(share)).ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"bytes allocated by {share:N0} evaluations: {name}"));
        }

        _engine.GetUsage().Sum(static usage => usage.Evaluations).ShouldBeGreaterThanOrEqualTo(evaluations);
    }

    private IEnumerable<(string Name, Action<int> Run)> BySlot() => TypedFlags.Keys.Select(key =>
    {
        int slot = TypedFlags.Slot(key);
        return ($"{key} by slot", new Action<int>(times =>
        {
            for (int i = 0; i < times; i++)
            {
                _engine.Evaluate(slot, Typed[i % Typed.Length]);
            }
        }));
    });

    private IEnumerable<(string Name, Action<int> Run)> ByMember()
    {
        BooleanFlag boolean = new(_engine, TypedFlags.Slot("typed.rules"));
        ValueFlag<int> integer = new(_engine, TypedFlags.Slot("typed.integer"));
        VariantFlag<Arm> variant = new(_engine, TypedFlags.Slot("typed.variant"));
        yield return ("a boolean member", times =>
        {
            for (int i = 0; i < times; i++)
            {
                boolean.IsEnabled(Typed[i % Typed.Length]);
            }
        });
        yield return ("a boolean member that tells why", times =>
        {
            for (int i = 0; i < times; i++)
            {
                boolean.Evaluate(Typed[i % Typed.Length]);
            }
        });
        yield return ("a member without a context", times =>
        {
            for (int i = 0; i < times; i++)
            {
                boolean.IsEnabled();
            }
        });
        yield return ("an integer member", times =>
        {
            for (int i = 0; i < times; i++)
            {
                integer.GetValue(Typed[i % Typed.Length]);
            }
        });
        yield return ("a variant member", times =>
        {
            for (int i = 0; i < times; i++)
            {
                variant.GetVariant(Typed[i % Typed.Length]);
            }
        });
    }

    private IEnumerable<(string Name, Action<int> Run)> ByKey()
    {
        foreach (string key in TypedFlags.Keys)
        {
            yield return ($"{key} by key over a dictionary", times =>
            {
                for (int i = 0; i < times; i++)
                {
                    _engine.Evaluate(key, Dynamic[i % Dynamic.Length]);
                }
            });
        }

        yield return ("a boolean flag by key", times =>
        {
            for (int i = 0; i < times; i++)
            {
                _engine.GetBooleanDetails("typed.share", false, Dynamic[i % Dynamic.Length]);
            }
        });
        yield return ("an integer flag by key", times =>
        {
            for (int i = 0; i < times; i++)
            {
                _engine.GetIntegerDetails("typed.integer", 0, Dynamic[i % Dynamic.Length]);
            }
        });
        yield return ("a variant by key over a typed context", times =>
        {
            for (int i = 0; i < times; i++)
            {
                _engine.GetVariant("typed.variant", Typed[i % Typed.Length]);
            }
        });
    }

    private static FlagContext ToDictionary(ShopContext context) => FlagContext.From(new Dictionary<string, object?>
    {
        ["user_id"] = context.UserId,
        ["user.role"] = context.UserRole,
        ["user.age"] = context.UserAge,
        ["user.country"] = context.UserCountry,
        ["user.created_at"] = context.UserCreatedAt,
        ["user.tags"] = context.UserTags,
        ["app.version"] = context.AppVersion,
    });
}
