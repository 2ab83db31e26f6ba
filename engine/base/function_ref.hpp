#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace assay {

template <typename Signature>
class FunctionRef;

/// A function that is handed down and called before the call returns: what it refers to is neither copied nor kept.
template <typename Result, typename... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  template <typename Function, typename = std::enable_if_t<!std::is_same_v<std::remove_cvref_t<Function>, FunctionRef>>>
  FunctionRef(Function&& function)
      : function_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))),
        call_([](void* called, Arguments... arguments) -> Result {
          return (*static_cast<std::remove_reference_t<Function>*>(called))(std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const { return call_(function_, std::forward<Arguments>(arguments)...); }

 private:
  void* function_;
  Result (*call_)(void*, Arguments...);
};

}  // namespace assay
