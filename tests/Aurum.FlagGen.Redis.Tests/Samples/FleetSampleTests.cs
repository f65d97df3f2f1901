using System.Diagnostics;
using System.Reflection;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Redis.Tests.Samples;

public sealed class FleetSampleTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Once with what the PATH has, and once without anything on it.</summary>
    [SlowTheory]
    [InlineData(null, " on 127.0.0.1:")]
    [InlineData("", "Garnet on 127.0.0.1:")]
    public async Task Fleet_ThreeProcesses_AllSeeEachChange(string? path, string server)
    {
        string configuration = typeof(FleetSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Configuration").Value!;
        ProcessStartInfo start = new("dotnet", [RepositoryFolder.Combine("artifacts", "bin", "Fleet", configuration.ToLowerInvariant(), "Fleet.dll"), "--rounds", "3"]);
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        await using ProgramProcess program = ProgramProcess.Start("the fleet", start);

        (int exitCode, IReadOnlyList<string> lines) = await program.WaitForEndAsync(Limit);

        exitCode.ShouldBe(0, string.Join('\n', lines));
        string output = string.Join('\n', lines);
        output.ShouldContain(server);
        for (int change = 1; change <= 3; change++)
        {
            lines.ShouldContain(line => line.StartsWith($"Change {change}: process 1 after ", StringComparison.Ordinal) && line.Contains("process 2 after ", StringComparison.Ordinal) && line.Contains("process 3 after ", StringComparison.Ordinal));
        }

        output.ShouldContain("In the other processes: median ");
    }
}
