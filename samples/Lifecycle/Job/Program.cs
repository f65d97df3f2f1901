// AFG2010: no context is given, and this program sets none, so that the rollout reaches nobody.
System.Console.WriteLine(Aurum.Samples.Job.Features.FastImport.IsEnabled() ? "fast" : "slow");
