using Aurum.FlagGen.Mutation;

if (args is ["work", ..])
{
    return TestWorker.Run(args[1..]);
}

MutationTarget? target = MutationTarget.All.FirstOrDefault(target => args.Length > 0 && target.Name == args[0]);
if (target is null)
{
    Console.Error.WriteLine($"Say what to mutate: {string.Join(" or ", MutationTarget.All.Select(static target => target.Name))}; after it, if not all of it, the beginning of the names of its files, or '{MutationRun.Again}' for what survived the last time, or '{MutationRun.Rest}' for what was not tried.");
    return 2;
}

return new MutationRun(target, args.Length > 1 ? args[1] : "").Run();
