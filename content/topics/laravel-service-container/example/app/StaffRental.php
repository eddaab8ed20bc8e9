<?php

namespace App;

class StaffRental extends Rental
{
}
