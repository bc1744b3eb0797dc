package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Calls.Hook;
import io.raftbed.sim.agent.Refusals.Refusal;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Method references such as {@code System::nanoTime}, which hide a call in a constant. */
final class Handles {
  private static final String LAMBDA_FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";

  private Handles() {}

  static boolean needRewriting(InvokeDynamicEntry dynamic, RewrittenClass type) {
    for (LoadableConstantEntry argument : dynamic.bootstrap().arguments()) {
      if (argument instanceof MethodHandleEntry handle
          && (replacement(handle, type) != null || refusal(handle, type) != null)) {
        return true;
      }
    }
    return false;
  }

  static List<Refusal> refusals(InvokeDynamicEntry dynamic, RewrittenClass type) {
    List<Refusal> found = new ArrayList<>();
    for (LoadableConstantEntry argument : dynamic.bootstrap().arguments()) {
      Refusal refusal = argument instanceof MethodHandleEntry handle ? refusal(handle, type) : null;
      if (refusal != null) {
        found.add(refusal);
      }
    }
    return found;
  }

  /** Returns the call site with its references replaced. */
  static DynamicCallSiteDesc rewrite(InvokeDynamicEntry dynamic, RewrittenClass type) {
    MethodTypeDesc factory = dynamic.typeSymbol();
    List<ConstantDesc> arguments = new ArrayList<>();
    for (LoadableConstantEntry argument : dynamic.bootstrap().arguments()) {
      DirectMethodHandleDesc replacement =
          argument instanceof MethodHandleEntry handle ? replacement(handle, type) : null;
      if (replacement == null) {
        arguments.add(argument.constantValue());
      } else {
        arguments.add(replacement);
        factory = withReceiverOf(replacement, factory, dynamic);
      }
    }
    return DynamicCallSiteDesc.of(
        dynamic.bootstrap().bootstrapMethod().asSymbol(),
        dynamic.name().stringValue(),
        factory,
        arguments.toArray(ConstantDesc[]::new));
  }

  /**
   * A captured receiver becomes the first parameter of a static hook. The lambda factory wants the
   * types of captured values and parameters to be equal; a receiver may be of a subclass.
   */
  private static MethodTypeDesc withReceiverOf(
      DirectMethodHandleDesc replacement, MethodTypeDesc factory, InvokeDynamicEntry dynamic) {
    ClassDesc bootstrap = dynamic.bootstrap().bootstrapMethod().asSymbol().owner();
    MethodTypeDesc type = replacement.invocationType();
    return bootstrap.descriptorString().equals(LAMBDA_FACTORY)
            && factory.parameterCount() > 0
            && type.parameterCount() > 0
        ? factory.changeParameterType(0, type.parameterType(0))
        : factory;
  }

  private static @Nullable DirectMethodHandleDesc replacement(
      MethodHandleEntry handle, RewrittenClass type) {
    String owner = handle.reference().owner().asInternalName();
    String name = handle.reference().name().stringValue();
    String descriptor = handle.reference().type().stringValue();
    if (handle.kind() < MethodHandleInfo.REF_invokeVirtual) {
      return null;
    } else if (handle.kind() != MethodHandleInfo.REF_newInvokeSpecial) {
      return handle(type.hookFor(owner, name, descriptor));
    }
    ClassDesc substitute = Substitutes.forNew(owner);
    return substitute == null
        ? handle(Calls.ofSeedlessConstructor(owner, descriptor))
        : MethodHandleDesc.ofConstructor(
            substitute, MethodTypeDesc.ofDescriptor(descriptor).parameterArray());
  }

  private static @Nullable DirectMethodHandleDesc handle(@Nullable Hook hook) {
    return hook == null
        ? null
        : MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, hook.owner(), hook.name(), hook.type());
  }

  private static @Nullable Refusal refusal(MethodHandleEntry handle, RewrittenClass type) {
    return type.refusalForReference(
        handle.reference().owner().asInternalName(),
        handle.reference().name().stringValue(),
        handle.reference().type().stringValue());
  }
}
