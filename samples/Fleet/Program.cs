using Aurum.Samples.Fleet;

const int Members = 3;

// A member is this program again, in a process of its own.
if (args is ["--member", string name, string server, string fleet, string rounds])
{
    await FleetMember.RunAsync(name, server, fleet, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

int count = args is ["--rounds", string wanted] ? int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture) : 20;
using CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    limit.Cancel();
};
await using FleetServer redis = FleetServer.Start();
Console.WriteLine($"{redis.Name} on {redis.Address}, {Members} processes, {count} changes made in the first.");

string id = "fleet-" + Guid.NewGuid().ToString("N");
List<FleetProcess> processes = [];
try
{
    for (int i = 1; i <= Members; i++)
    {
        processes.Add(FleetProcess.Start($"process {i}", redis.Address, id, count));
    }

    DelayReport report = await DelayReport.ReadAsync(processes, count, limit.Token);
    report.Print();
    return 0;
}
finally
{
    foreach (FleetProcess process in processes)
    {
        process.Dispose();
    }
}
