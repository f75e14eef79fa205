// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <figcheck/interval.h>

int main() { std::cout << figcheck::Interval::rounding_to(6, 0).to_string() << '\n'; }
