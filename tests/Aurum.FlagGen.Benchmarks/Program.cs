using Aurum.FlagGen.Benchmarks.Harness;

return BenchmarkCommand.Run(args);
