# Intel's decimal floating-point library (IEEE 754-2019 decimal128), packaged by Debian as libintelrdfpmath-dev.
# The "000" variant takes operands by value and rounding and flags as arguments, so it has no global state.
find_path(IntelDecimal_INCLUDE_DIR bid_functions.h)
find_library(IntelDecimal_LIBRARY bidgcc000)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(IntelDecimal REQUIRED_VARS IntelDecimal_LIBRARY IntelDecimal_INCLUDE_DIR)
if(IntelDecimal_FOUND AND NOT TARGET IntelDecimal::bid)
  add_library(IntelDecimal::bid STATIC IMPORTED)
  set_target_properties(IntelDecimal::bid PROPERTIES
    IMPORTED_LOCATION ${IntelDecimal_LIBRARY}
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${IntelDecimal_INCLUDE_DIR}
    INTERFACE_COMPILE_DEFINITIONS "DECIMAL_CALL_BY_REFERENCE=0;DECIMAL_GLOBAL_ROUNDING=0;DECIMAL_GLOBAL_EXCEPTION_FLAGS=0")
endif()
