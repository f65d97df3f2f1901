namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random flags of every type.</summary>
internal sealed class RandomFlags(Dice dice, int flagCount)
{
    private static readonly string[] Names = ["control", "a", "b", "c"];

    private static readonly Dictionary<string, string[]> ValuesByType = new()
    {
        ["boolean"] = ["true", "false"],
        ["string"] = ["\"red\"", "\"green\"", "\"\"", "\"a\""],
        ["integer"] = ["1", "2", "-0", "1.0", "2147483647", "-2147483648"],
        ["number"] = ["0.1", "1", "1.0", "-0", "1e300", "9007199254740993"],
        ["object"] = ["{}", "{\"a\":1}", "{\"a\":1.0}", "{\"a\":1,\"b\":[1,2]}", "{\"b\":[1,2],\"a\":1}"],
        ["variant"] = ["\"control\"", "\"a\"", "\"b\"", "\"c\""],
    };

    private readonly RandomBucketing _bucketing = new(dice);

    public static IReadOnlyList<string> ValuesOf(string type) => ValuesByType[type];

    /// <param name="index">The flag's position.</param>
    /// <param name="wanted">The flag's type; null for any.</param>
    public string Write(int index, string? wanted)
    {
        if (dice.Chance(1))
        {
            return dice.Pick<string>(["{\"type\":\"bolean\"}", "{\"status\":\"on\"}", "{\"rules\":{}}", "[]", "{\"lifecycle\":7}", "{\"rules\":[{}]}"]);
        }

        string type = wanted is not null ? wanted : dice.Chance(40) ? "boolean" : dice.Pick<string>([.. ValuesByType.Keys]);
        string[] values = ValuesByType[type];
        bool hasTest = dice.Chance(30);
        bool declaresVariants = type == "variant" ? !hasTest || dice.Chance(50) : dice.Chance(50) || (hasTest && type != "boolean");
        JsonObjectText flag = new();
        if (type != "boolean" || dice.Chance(50))
        {
            flag.AddText("type", type);
        }

        WriteState(flag, values, type, hasTest, declaresVariants);
        if (declaresVariants)
        {
            flag.Add("variants", type == "variant" ? JsonObjectText.TextList(dice.Shuffle(Names)) : VariantMap(values));
        }

        string[] names = declaresVariants || hasTest || type == "variant" ? Names : [];
        if (hasTest)
        {
            flag.Add("ab_test", Test(keepsAllNames: type == "variant" && !declaresVariants));
        }

        if (dice.Chance(85))
        {
            RandomRules rules = new(dice, flagCount, index);
            flag.Add("rules", JsonObjectText.List(Enumerable.Range(0, dice.Below(5)).Select(position => rules.Write(position, values, names))));
        }

        return flag.ToString();
    }

    private void WriteState(JsonObjectText flag, string[] values, string type, bool hasTest, bool declaresVariants)
    {
        if (dice.Chance(95))
        {
            flag.AddText("status", dice.Pick<string>(["enabled", "enabled", "enabled", "conditional", "conditional", "conditional", "disabled"]));
        }

        if (type != "boolean" || dice.Chance(50))
        {
            flag.Add("default_value", dice.Pick(values));
        }

        if (dice.Chance(40))
        {
            flag.Add("off_value", dice.Pick(values));
        }

        if (dice.Chance(7))
        {
            flag.AddText("lifecycle", "retired");
            flag.Add("keep", (declaresVariants || hasTest) && dice.Chance(50) ? JsonObjectText.Quote("control") : dice.Pick(values));
        }

        if (dice.Chance(15))
        {
            flag.AddText("salt", dice.Pick<string>(["", "s", "pepper"]));
        }

        if (dice.Chance(10))
        {
            flag.AddText("bucket_by", "device_id");
        }

        if (dice.Chance(15))
        {
            flag.Add("bucketing", _bucketing.Formula(faulty: 0));
        }

        if (dice.Chance(15))
        {
            flag.AddText("expires", dice.Pick<string>(["2026-02-28", "2026-03-01", "2026-03-02"]));
            flag.Add("permanent", dice.Pick<string>(["true", "false", "false"]));
        }
    }

    private string VariantMap(string[] values)
    {
        JsonObjectText variants = new();
        foreach (string name in dice.Shuffle(Names))
        {
            variants.Add(name, dice.Pick(values));
        }

        return variants.ToString();
    }

    private string Test(bool keepsAllNames)
    {
        JsonObjectText test = new();
        test.Add("variants", keepsAllNames ? "{\"a\":20,\"control\":30,\"c\":50,\"b\":0}" : _bucketing.Test("control", Names[1..]));
        test.AddText("control_variant", "control");
        foreach (string date in (string[])["start_date", "end_date"])
        {
            if (dice.Chance(40))
            {
                test.AddText(date, dice.Pick(Vocabulary.Boundaries));
            }
        }

        if (dice.Chance(20))
        {
            test.AddText("bucket_by", dice.Pick<string>(["device_id", "user_id", "country"]));
        }

        if (dice.Chance(20))
        {
            test.AddText("salt", dice.Pick<string>(["", "t"]));
        }

        if (dice.Chance(25))
        {
            (string from, string to) = dice.Pick<(string, string)>([("0", "50"), ("50", "100"), ("20", "80"), ("0", "33.333"), ("99.999", "100"), ("0", "100")]);
            test.Add("layer", new JsonObjectText().AddText("name", dice.Pick<string>(["L1", "L2"])).Add("from", from).Add("to", to).ToString());
        }

        return test.ToString();
    }
}
