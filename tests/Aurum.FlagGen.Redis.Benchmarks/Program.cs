using System.Globalization;
using Aurum.FlagGen.Redis.Benchmarks;

switch (args)
{
    case ["delay-reader", string server, string name]:
        await DelayReader.RunAsync(server, name);
        return 0;
    case ["burst-reader", string server, string name, string stores]:
        await BurstReader.RunAsync(server, name, Number(stores));
        return 0;
    case ["delay"]:
        await DelayBenchmark.RunAsync(rounds: 1000);
        return 0;
    case ["load"]:
        await LoadBenchmark.RunAsync(flags: 10_000, rounds: 20);
        return 0;
    case ["burst"]:
        await BurstBenchmark.RunAsync(processes: 4, storesEach: 50, changes: 1000);
        return 0;
    case ["soak"]:
        await SoakBenchmark.RunAsync(TimeSpan.FromMinutes(30));
        return 0;
    case ["soak", string minutes]:
        await SoakBenchmark.RunAsync(TimeSpan.FromMinutes(Number(minutes)));
        return 0;
    default:
        Console.WriteLine("dotnet run -c Release --project tests/Aurum.FlagGen.Redis.Benchmarks -- delay | load | burst | soak [minutes]");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
