namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The checkers of one run, made once and handed to those that call them.</summary>
internal sealed class CheckerSet
{
    public CheckerSet(CheckContext check)
    {
        Scalars = new ScalarChecker(check);
        Names = new NameChecker(check);
        Weights = new WeightChecker(check, Scalars);
        Values = new FlagValueChecker(check, new PayloadValueChecker(check));
        Buckets = new BucketingChecker(check, Scalars);
        Shares = new ShareChecker(check);
        Layers = new LayerChecker(check, Scalars, Names);
        References = new ReferenceChecker(check, Scalars);
        Conditions = new ConditionChecker(check, Scalars, new OperatorChecker(check), new ConditionValueChecker(check, Scalars), new PatternChecker(check));
        Segments = new SegmentChecker(check, Scalars, Names, Conditions);
        Plans = new RolloutPlanChecker(check, Scalars, References);
        Rules = new RuleChecker(check, Scalars, References, Conditions, Shares, Plans, Buckets, Weights, Values, new ReachabilityChecker(check));
        Tests = new AbTestChecker(check, Scalars, Names, Weights, Values, Buckets, Layers, Shares);
        Shape = new FlagShapeChecker(check, Scalars, Names, Values, new PayloadSchemaChecker(check));
        CompileTime = new CompileTimeChecker(check, Scalars);
        Lifecycle = new LifecycleChecker(check, Scalars);
        Flags = new FlagChecker(check, this);
        Dependencies = new DependencyChecker(check);
    }

    public ScalarChecker Scalars { get; }

    public NameChecker Names { get; }

    public WeightChecker Weights { get; }

    public FlagValueChecker Values { get; }

    public BucketingChecker Buckets { get; }

    public ShareChecker Shares { get; }

    public LayerChecker Layers { get; }

    public ReferenceChecker References { get; }

    public ConditionChecker Conditions { get; }

    public SegmentChecker Segments { get; }

    public RolloutPlanChecker Plans { get; }

    public RuleChecker Rules { get; }

    public AbTestChecker Tests { get; }

    public FlagShapeChecker Shape { get; }

    public CompileTimeChecker CompileTime { get; }

    public LifecycleChecker Lifecycle { get; }

    public FlagChecker Flags { get; }

    public DependencyChecker Dependencies { get; }
}
