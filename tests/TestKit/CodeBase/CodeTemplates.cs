namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>Code as applications have it, with twenty flags in each class. <c>$B0$</c> stands for a switch, <c>$V0$</c>, <c>$I0$</c> and <c>$S0$</c> for flags with variants, numbers and texts.</summary>
internal static class CodeTemplates
{
    public const int Switches = 14;
    public const int OthersOfEach = 2;

    /// <summary>Reads by the static class, for contexts that are handed over.</summary>
    public const string Static = """
        using Acme.Shop;
        using Aurum.FlagGen;

        namespace Acme.Shop.Services;

        /// <summary>Prices and pages.</summary>
        public sealed class $Class$
        {
            private readonly Dictionary<string, decimal> _totals = new(StringComparer.Ordinal);
            private readonly List<string> _log = [];
            private decimal _highest;

            /// <summary>What was totalled last.</summary>
            public IReadOnlyDictionary<string, decimal> Totals => _totals;

            public string Title(FeatureContext user)
            {
                if (Features.$B0$.IsEnabled(user))
                {
                    return Features.$B1$.IsEnabled(user) ? "new" : "renewed";
                }

                // Either this read or the one above happens.
                return !Features.$B1$.IsEnabled(user) && Features.$B2$.IsEnabled(user) ? "old" : Features.$S0$.GetValue(user);
            }

            public decimal Total(IReadOnlyCollection<decimal> prices, string name, FeatureContext user)
            {
                ArgumentNullException.ThrowIfNull(prices);
                decimal total = 0;
                bool isRounded = Features.$B3$.IsEnabled(user);
                foreach (decimal price in prices)
                {
                    if (price < 0)
                    {
                        _log.Add($"{name}: {price} is no price.");
                        continue;
                    }

                    total += Features.$B4$.IsEnabled(user) ? decimal.Round(price, 2) : price;
                    if (isRounded || Features.$B5$.IsEnabled(user))
                    {
                        total = decimal.Truncate(total);
                    }
                }

                if (total > Features.$I0$.GetValue(user))
                {
                    _totals[name] = total;
                }

                _highest = Math.Max(_highest, total);
                return total;
            }

            public string Page(FeatureContext user) => Features.$V0$.Match(user, control: () => "three pages", onePage: () => "one page", express: () => "one click");

            public int Steps(FeatureContext user)
            {
                switch (Features.$V1$.GetVariant(user))
                {
                    case $E1$.Control:
                        return 3;
                    case $E1$.OnePage:
                        return 2;
                    case $E1$.Express:
                        return 1;
                    default:
                        throw new InvalidOperationException("There is a new variant.");
                }
            }

            public IEnumerable<string> Blocks(FeatureContext user, bool isAdmin)
            {
                if (Features.$B6$.IsEnabled(user) && !Features.$B7$.IsEnabled(user))
                {
                    yield return "header";
                }

                foreach (string line in _log.Where(static line => line.Length > 0).OrderBy(static line => line, StringComparer.Ordinal))
                {
                    yield return isAdmin ? line : "hidden";
                }

                if (Features.$B8$.IsEnabled(user) || Features.$B9$.IsEnabled(user))
                {
                    yield return "menu";
                }
            }

            /// <summary>Two people may see two things.</summary>
            public bool IsSame(FeatureContext one, FeatureContext other) => Features.$B10$.IsEnabled(one) == Features.$B10$.IsEnabled(other);

            public Func<bool> Later(FeatureContext user) => () => Features.$B11$.IsEnabled(user);

            public string Describe(FeatureContext user)
            {
                string text = Features.$S1$.GetValue(user) + ": " + Features.$I1$.GetValue(user).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (Features.$B12$.IsEnabled(user))
                {
                    if (Features.$B13$.IsEnabled(user))
                    {
                        text += "!";
                    }
                    else
                    {
                        text += "?";
                    }
                }

                return string.Join(", ", text.Split(' ').Select(static part => part.Trim()).Where(static part => part.Length > 1));
            }
        }
        """;

    /// <summary>Reads by the injected interface, in asynchronous code with an ambient context.</summary>
    public const string Injected = """
        using Acme.Shop;
        using Aurum.FlagGen;

        namespace Acme.Shop.Orders;

        /// <summary>Takes orders.</summary>
        public sealed class $Class$(IFeatures features, TimeProvider clock)
        {
            private readonly Queue<(string Customer, decimal Amount, DateTimeOffset At)> _orders = new();
            private readonly SemaphoreSlim _gate = new(1, 1);

            public int Count => _orders.Count;

            public async Task<bool> TakeAsync(string customer, decimal amount, CancellationToken token)
            {
                if (string.IsNullOrWhiteSpace(customer) || amount <= 0)
                {
                    return false;
                }

                await _gate.WaitAsync(token).ConfigureAwait(false);
                try
                {
                    if (features.$B0$.IsEnabled() && _orders.Count >= features.$I0$.GetValue())
                    {
                        _ = _orders.Dequeue();
                    }

                    _orders.Enqueue((customer, features.$B1$.IsEnabled() ? decimal.Round(amount) : amount, clock.GetUtcNow()));
                }
                finally
                {
                    _ = _gate.Release();
                }

                return features.$B2$.IsEnabled();
            }

            public async Task<IReadOnlyList<string>> CustomersAsync(CancellationToken token)
            {
                List<string> names = [];
                while (!token.IsCancellationRequested && _orders.TryDequeue(out (string Customer, decimal Amount, DateTimeOffset At) order))
                {
                    // In a loop that waits, a flag is asked anew each turn.
                    if (features.$B3$.IsEnabled())
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(1), clock, token).ConfigureAwait(false);
                    }

                    names.Add(features.$B4$.IsEnabled() && order.Amount > 100 ? order.Customer.ToUpperInvariant() : order.Customer);
                }

                return features.$B5$.IsEnabled() ? [.. names.Distinct(StringComparer.Ordinal)] : names;
            }

            public string Layout() => features.$V0$.GetVariant() switch
            {
                $E0$.Control => "wide",
                $E0$.OnePage or $E0$.Express => "narrow",
                _ => "unknown",
            };

            public IEnumerable<(string Name, bool IsOn)> Menu()
            {
                yield return ("orders", features.$B6$.IsEnabled());
                yield return ("invoices", features.$B7$.IsEnabled());
                yield return ("returns", features.$B8$.IsEnabled() ^ features.$B9$.IsEnabled());
            }

            public string Explain(string customer)
            {
                FlagEvaluation<bool> evaluation = features.$B10$.Evaluate();
                string reason = evaluation.Value ? "on" : "off";
                return customer.Length > features.$I1$.GetValue()
                    ? $"{customer}: {reason} because of {evaluation.Reason}, {features.$S0$.GetValue()}"
                    : $"{reason}, {features.$S1$.GetValue()}";
            }

            public void Notify(Action<string> send)
            {
                ArgumentNullException.ThrowIfNull(send);
                Parallel.ForEach(_orders, order =>
                {
                    if (features.$B11$.IsEnabled())
                    {
                        send(order.Customer);
                    }
                });
                if (features.$B12$.IsEnabled())
                {
                    send("all");
                }
                else if (features.$B13$.IsEnabled())
                {
                    send("none");
                }

                if (features.$V1$.GetVariant() is $E1$.Express)
                {
                    send("express");
                }
            }
        }
        """;

    /// <summary>Reads of an engine that the code holds, and of a captured version of it.</summary>
    public const string Engine = """
        using Acme.Shop;
        using Aurum.FlagGen;

        namespace Acme.Shop.Reports;

        /// <summary>Writes reports.</summary>
        public sealed class $Class$
        {
            private readonly FlagEngine _engine;
            private readonly IFeatures _features;
            private readonly Dictionary<(int Year, int Month), List<decimal>> _amounts = [];

            public $Class$(FlagEngine engine)
            {
                _engine = engine;
                _features = engine.GetFeatures();
            }

            public void Add(DateOnly day, decimal amount)
            {
                if (!_amounts.TryGetValue((day.Year, day.Month), out List<decimal>? amounts))
                {
                    amounts = [];
                    _amounts.Add((day.Year, day.Month), amounts);
                }

                amounts.Add(amount);
            }

            public string Write(FeatureContext user)
            {
                // One version of all flags: it may be asked as often as one likes.
                IFeatures flags = _engine.Capture().GetFeatures();
                System.Text.StringBuilder text = new();
                if (flags.$B0$.IsEnabled(user))
                {
                    text.Append("Amounts\n");
                }

                foreach (((int year, int month), List<decimal> amounts) in _amounts.OrderBy(static pair => pair.Key))
                {
                    decimal sum = amounts.Sum();
                    text.Append(year).Append('-').Append(month);
                    if (flags.$B1$.IsEnabled(user) && amounts.Count > 0)
                    {
                        text.Append(" average ").Append(sum / amounts.Count);
                    }

                    text.Append(flags.$B2$.IsEnabled(user) ? " sum " : " total ").Append(sum).Append('\n');
                }

                return flags.$B0$.IsEnabled(user) ? text.Append("End\n").ToString() : text.ToString();
            }

            public int Lines(FeatureContext user)
            {
                int lines = _features.$I0$.GetValue(user);
                lines += _features.$B3$.IsEnabled(user) ? 1 : 0;
                lines += _features.$B4$.IsEnabled(user) ? 1 : 0;
                lines *= _features.$B5$.IsEnabled(user) && !_features.$B6$.IsEnabled(user) ? 2 : 1;
                return Math.Clamp(lines, 1, Math.Max(1, _features.$I1$.GetValue(user)));
            }

            public string Style(FeatureContext user)
            {
                $E0$ variant = _features.$V0$.GetVariant(user);
                if (variant == $E0$.Control)
                {
                    return "plain";
                }

                return variant switch
                {
                    $E0$.OnePage => "rich",
                    $E0$.Express => "short",
                    _ => throw new ArgumentOutOfRangeException(nameof(user)),
                };
            }

            public IReadOnlyList<string> Columns(FeatureContext user)
            {
                List<string> columns = ["month", "amount"];
                if (_features.$B7$.IsEnabled(user))
                {
                    columns.Add("average");
                }

                if (_features.$B8$.IsEnabled(user))
                {
                    columns.Insert(0, "year");
                }
                else if (!_features.$B9$.IsEnabled(user))
                {
                    columns.Reverse();
                }

                return columns;
            }

            public bool TryFind(FeatureContext user, Predicate<decimal> matches, out decimal found)
            {
                found = _amounts.Values.SelectMany(static amounts => amounts).FirstOrDefault(amount => matches(amount) && _features.$B10$.IsEnabled(user));
                return found > 0 || _features.$B11$.IsEnabled(user);
            }

            public string Footer(FeatureContext user)
            {
                string text = _features.$S0$.GetValue(user);
                using (FlagContext.Use(user))
                {
                    text += _features.$B12$.IsEnabled() ? _features.$S1$.GetValue() : "";
                }

                return text + _features.$V1$.Match(user, control: () => ".", onePage: () => "!", express: () => "?") + (_features.$B13$.IsEnabled(user) ? "\n" : "");
            }
        }
        """;

    public static IReadOnlyList<string> All { get; } = [Static, Injected, Engine];
}
