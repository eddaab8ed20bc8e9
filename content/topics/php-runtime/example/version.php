<?php

return 'dev';
