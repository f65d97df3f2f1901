namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random rules, with every part that a rule has.</summary>
internal sealed class RandomRules(Dice dice, int flagCount, int flagIndex)
{
    private readonly RandomBucketing _bucketing = new(dice);

    private readonly RandomConditions _conditions = new(dice);

    /// <summary>Writes a rule.</summary>
    /// <param name="position">The rule's position.</param>
    /// <param name="values">Values of the flag's type.</param>
    /// <param name="names">The names of the flag's variants; none where it has none.</param>
    public string Write(int position, string[] values, string[] names)
    {
        JsonObjectText rule = new JsonObjectText().AddText("name", "r" + position);
        if (dice.Chance(65))
        {
            rule.Add("conditions", _conditions.Write(most: 2));
        }

        if (dice.Chance(40))
        {
            rule.Add("rollout_percentage", dice.Pick(Vocabulary.Percentages));
        }

        if (dice.Chance(15))
        {
            rule.Add("rollout_plan", Plan());
        }

        if (dice.Chance(20))
        {
            rule.Add("user_segments", JsonObjectText.TextList(dice.Several(Vocabulary.Segments, 3)));
        }

        if (dice.Chance(20))
        {
            rule.Add("required_flags", JsonObjectText.TextList(Keys()));
        }

        if (dice.Chance(12))
        {
            rule.Add("excluded_flags", JsonObjectText.TextList(Keys()));
        }

        WriteWindowAndBucket(rule);
        WriteServing(rule, values, names);
        return rule.ToString();
    }

    private void WriteWindowAndBucket(JsonObjectText rule)
    {
        foreach (string bound in (string[])["active_from", "active_until"])
        {
            if (dice.Chance(12))
            {
                rule.AddText(bound, dice.Pick(Vocabulary.Boundaries));
            }
        }

        if (dice.Chance(10))
        {
            rule.AddText("salt", dice.Pick<string>(["", "rule"]));
        }

        if (dice.Chance(10))
        {
            rule.AddText("bucket_by", dice.Pick<string>(["device_id", "user.role", "user.age"]));
        }

        if (dice.Chance(12))
        {
            rule.Add("bucketing", _bucketing.Formula(faulty: 5));
        }
    }

    private void WriteServing(JsonObjectText rule, string[] values, string[] names)
    {
        bool isBoolean = values.Contains("true");
        if (dice.Chance(3))
        {
            // At fault, most of them.
            rule.Add("value", dice.Pick<string>(["7.5", "\"zzz\"", "{\"z\":1}", "[]", "3000000000"]));
            if (dice.Chance(50))
            {
                rule.AddText("variant", "a");
            }

            return;
        }

        int serving = dice.Below(100);
        if (names.Length > 0 && serving < 25)
        {
            rule.AddText("variant", dice.Chance(92) ? dice.Pick(names) : "nobody");
        }
        else if (names.Length > 0 && serving < 50)
        {
            rule.Add("split", _bucketing.Split(names));
        }
        else if (!isBoolean || serving < 75)
        {
            if (dice.Chance(98))
            {
                rule.Add("value", dice.Pick(values));
            }
        }
    }

    private string Plan()
    {
        JsonObjectText plan = new();
        switch (dice.Below(4))
        {
            case 0:
                plan.AddText("strategy", "percentage").Add("percentage", dice.Pick(Vocabulary.Percentages));
                break;
            case 1:
                // The one that ends below its start is at fault.
                plan.AddText("strategy", "gradual")
                    .Add("start_percentage", dice.Pick<string>(["0", "10", "0.001", "75"]))
                    .Add("end_percentage", dice.Pick<string>(["100", "100", "50.5"]))
                    .Add("step_percentage", dice.Pick<string>(["10", "33.333", "0.1"]))
                    .Add("step_interval_hours", dice.Pick<string>(["1", "4", "24", "0.5"]))
                    .AddText("start_time", dice.Pick(Vocabulary.Boundaries));
                break;
            case 2:
                plan.AddText("strategy", "scheduled");
                foreach (string bound in (string[])["start_time", "end_time"])
                {
                    if (dice.Chance(70))
                    {
                        plan.AddText(bound, dice.Pick(Vocabulary.Boundaries));
                    }
                }

                WritePercentage(plan);
                break;
            default:
                plan.AddText("strategy", "targeted");
                if (dice.Chance(70))
                {
                    plan.Add("user_segments", JsonObjectText.TextList(dice.Several(Vocabulary.Segments, 3)));
                }

                if (dice.Chance(50))
                {
                    plan.Add("required_flags", JsonObjectText.TextList(Keys()));
                }

                WritePercentage(plan);
                break;
        }

        if (dice.Chance(10))
        {
            plan.Add("guard", "{\"event\":\"error\",\"max_rate\":0.01,\"min_units\":100,\"on_breach\":\"stop\"}");
        }

        return plan.ToString();
    }

    private void WritePercentage(JsonObjectText plan)
    {
        if (dice.Chance(60))
        {
            plan.Add("percentage", dice.Pick(Vocabulary.Percentages));
        }
    }

    /// <summary>Keys of other flags: mostly of later ones, so that there are chains; at times of any, which closes cycles; and now and then of none.</summary>
    private string[] Keys()
    {
        string[] keys = new string[dice.Below(3)];
        for (int i = 0; i < keys.Length; i++)
        {
            int later = flagCount - flagIndex - 1;
            keys[i] = dice.Chance(3) ? "nowhere" : "f" + (later > 0 && dice.Chance(85) ? flagIndex + 1 + dice.Below(later) : dice.Below(flagCount));
        }

        return keys;
    }
}
